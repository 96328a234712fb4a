// Read by whatever Node is installed, so: no syntax and no import that an old one lacks.

/** True when a version like `v20.9.0` is at least `major.minor`. */
export function nodeIsAtLeast(version, major, minor) {
  var parts = /^v?(\d+)\.(\d+)/.exec(version);
  if (!parts) return false;
  var found = Number(parts[1]);
  return found > major || (found === major && Number(parts[2]) >= minor);
}

/** Ends the process with a sentence for a person when Node is too old for the app. */
export function requireNode() {
  if (nodeIsAtLeast(process.version, 20, 9)) return;
  console.error(
    'This needs Node.js 20.9 or newer; the one that runs is ' +
      process.version +
      ' (' +
      process.execPath +
      ').\nInstall a current release from https://nodejs.org and try again.',
  );
  process.exit(1);
}
