import { expect, test } from 'vitest';
import { publicName, readModels } from './models.ts';

test.each([
  ['OpenAI’s form', '{"object":"list","data":[{"id":"a"},{"id":"b"},{"id":"a"}]}'],
  ['llama.cpp’s, which says it twice', '{"models":[{"name":"x"}],"data":[{"id":"a"},{"id":"b"}]}'],
  ['Ollama’s own', '{"models":[{"name":"a","model":"a"},{"model":"b"}]}'],
  ['a bare list', '["a",{"id":"b"},{"id":""},7]'],
])('models are read from %s', (_, text) => {
  expect(readModels(text)).toEqual(['a', 'b']);
});

test('a server without a model is one with an empty list', () => {
  expect(readModels('{"object":"list","data":null}')).toEqual([]);
});

test.each(['<html>', '{"hello":1}', ''])('%j is no list of models', (text) => {
  expect(() => readModels(text)).toThrow(expect.objectContaining({ failure: 'not-openai' }));
});

test.each([
  ['/home/anna/models/qwen3-8b-q4.gguf', 'qwen3-8b-q4.gguf'],
  ['~/models/x.gguf', 'x.gguf'],
  ['../x.gguf', 'x.gguf'],
  ['C:\\Users\\Anna\\x.gguf', 'x.gguf'],
  ['models\\x.gguf', 'x.gguf'],
  ['Qwen/Qwen3-8B', 'Qwen/Qwen3-8B'],
  ['qwen3:8b', 'qwen3:8b'],
])('%s goes into a dataset as %s', (model, name) => {
  expect(publicName(model)).toBe(name);
});
