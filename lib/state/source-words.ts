import type { SourceRow, Summary } from '../../workers/protocol.ts';
import { formatCount, plural, sayCode } from './figures.ts';

export interface Condition {
  readonly tone: 'ok' | 'warn' | 'bad' | 'plain';
  readonly text: string;
  /** One sentence for who wants to know more. */
  readonly meaning: string;
}

type Meanings = Summary['meanings'];

const meaningOf = (code: string, meanings: Meanings): string =>
  Object.hasOwn(meanings, code) ? (meanings[code] ?? '') : sayCode(code);

/** What is to be said of a source's state, worst first. A source with nothing to say is whole. */
export function conditionsOf(row: SourceRow, meanings: Meanings): readonly Condition[] {
  const counted = (counts: Readonly<Record<string, number>>, tone: Condition['tone'], lead: string) =>
    Object.entries(counts).map(([code, count]) => ({
      tone,
      text:
        code === 'same_session'
          ? `${formatCount(count)} read from another copy`
          : `${formatCount(count)} ${lead}${sayCode(code)}`,
      meaning: meaningOf(code, meanings),
    }));
  const findings = row.findings.map((finding) => ({
    tone:
      finding.severity === 'error'
        ? ('bad' as const)
        : finding.severity === 'warning'
          ? ('warn' as const)
          : ('plain' as const),
    text: finding.count > 1 ? `${formatCount(finding.count)} ${sayCode(finding.code)}` : sayCode(finding.code),
    meaning: finding.message,
  }));
  const all: readonly Condition[] = [
    ...findings.filter(({ tone }) => tone === 'bad'),
    ...counted(row.damage, 'warn', ''),
    ...findings.filter(({ tone }) => tone === 'warn'),
    ...counted(row.dropped, 'plain', 'left out: '),
    ...findings.filter(({ tone }) => tone === 'plain'),
    ...counted(row.repaired, 'ok', 'repaired: '),
  ];
  if (all.length > 0) return all;
  const whole = row.origin === 'real' ? 'whole' : `all ${formatCount(row.episodes)} verified`;
  const meaning = row.origin === 'real' ? 'Nothing is missing or damaged.' : 'Every episode passed its own checks.';
  return [{ tone: 'ok', text: whole, meaning }];
}

/** The last part of a path is what people look for; the rest says where it was. */
export function splitPath(path: string): { readonly name: string; readonly folder: string } {
  const cut = path.replace(/\/$/, '').lastIndexOf('/');
  return { name: path.slice(cut + 1), folder: cut > 0 ? path.slice(0, cut) : '' };
}

export function factsOf(summary: Summary | null, files: number): string {
  if (!summary) return files > 0 ? plural(files, 'file') : '';
  return [
    plural(summary.sources.length, 'source'),
    plural(summary.sessions, 'session'),
    plural(summary.episodes, 'episode'),
  ].join(', ');
}

/** A file inside an archive can only go with the archive: this is what removing it removes. */
export function removalOf(path: string): string {
  const parts = path.split('/');
  const archive = parts.findIndex((part, index) => index < parts.length - 1 && /\.(zip|tar|tgz|gz)$/i.test(part));
  return archive < 0 ? path : parts.slice(0, archive + 1).join('/');
}

/** A format number belongs to the kind; the version of the program that wrote it is told apart by its dots. */
const isFormatNumber = (version: string): boolean => /^\d+$/.test(version);

export const labelOf = ({ label, version }: SourceRow): string =>
  isFormatNumber(version) ? `${label} v${version}` : label;
export const longVersion = ({ version }: SourceRow): string => (isFormatNumber(version) ? '' : version);
