"""Reads an unpacked dataset with the loaders that people use: `datasets` (every configuration of the card) and DuckDB.

    python scripts/check-loaders.py FOLDER

Exit code 0: all read alike, or a loader is not installed (said so); 1: a loader refused or read something else.
"""

import importlib.util
import json
import sys
from pathlib import Path


def rows_of(folder: Path, pattern: str) -> list:
    return [json.loads(line) for path in sorted(folder.glob(pattern)) for line in path.read_text("utf-8").splitlines()]


def check_datasets(folder: Path) -> list:
    import datasets

    faults = []
    # Loading a folder by path reads the card, as the Hub does.
    for config in datasets.get_dataset_config_names(str(folder)):
        loaded = datasets.load_dataset(str(folder), config)
        base = "data" if config == "default" else f"presets/{config}"
        for split, data in loaded.items():
            written = rows_of(folder, f"{base}/{split}-*.jsonl")
            if len(data) != len(written):
                faults.append(f"datasets: {config}/{split} has {len(data)} rows, the files hold {len(written)}")
            wrong = sum(not same(row, data[index]) for index, row in enumerate(written))
            if wrong:
                faults.append(f"datasets: {wrong} rows of {config}/{split} read back changed")
        print(f"datasets {datasets.__version__}: {config} {({name: len(data) for name, data in loaded.items()})}")
    return faults


def same(written, read) -> bool:
    """Equal, but for top-level keys that a row does not have and the column fills with null."""
    return written == {key: value for key, value in read.items() if key in written or value is not None}


def check_duckdb(folder: Path) -> list:
    import duckdb

    shards = [str(path) for path in sorted(folder.glob("data/*.jsonl"))]
    types = set()
    for order in (shards, shards[::-1]):
        described = duckdb.sql(f"describe select * from read_json({order!r}, format='newline_delimited')").fetchall()
        types.add(tuple(row[:2] for row in described))
    count = duckdb.sql(f"select count(*) from read_json({shards!r}, format='newline_delimited')").fetchall()[0][0]
    print(f"duckdb {duckdb.__version__}: {count} rows in {len(shards)} shards")
    faults = [] if len(types) == 1 else ["duckdb: the schema depends on the order of the shards"]
    calls = dict(next(iter(types)))["messages"]
    holds_calls = any(message["tool_calls"] for row in rows_of(folder, "data/*.jsonl") for message in row["messages"])
    if holds_calls and "STRUCT(id VARCHAR" not in calls.replace('"', ""):
        faults.append("duckdb: tool calls are not read as a struct")
    return faults


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    folder = Path(sys.argv[1])
    faults = []
    for module, check in (("datasets", check_datasets), ("duckdb", check_duckdb)):
        if importlib.util.find_spec(module) is None:
            print(f"skipped: the Python package {module} is not installed")
            continue
        faults += check(folder)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
