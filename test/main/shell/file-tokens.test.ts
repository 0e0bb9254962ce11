import { expect, test } from 'vitest'
import { createFileTokens } from '#main/shell/file-tokens.ts'

const tokens = () => {
  let count = 0
  return createFileTokens(() => `token-${(count += 1)}`)
}

test('a window knows only the files that were given to it', () => {
  const mine = tokens()
  const token = mine.forReading('/data/people.csv')
  expect(mine.resolve(token, 'read')).toBe('/data/people.csv')
  expect(mine.resolve('/data/people.csv', 'read')).toBeNull()
  expect(tokens().resolve(token, 'read')).toBeNull()
})

test('a file chosen to be read is no place to write to', () => {
  const mine = tokens()
  const source = mine.forReading('/data/people.csv')
  expect(() => mine.target(source)).toThrow('shell.file.unknown')
  expect(mine.resolve(source, 'write')).toBeNull()
  expect(mine.resolve(mine.forWriting('/data/refused.csv'), 'write')).toBe('/data/refused.csv')
  expect(mine.target(mine.forWriting('/data/report.pdf'))).toBe('/data/report.pdf')
})

test('only a file that the app wrote is shown in the file manager', () => {
  const mine = tokens()
  const source = mine.forReading('/data/people.csv')
  const target = mine.forWriting('/data/report.pdf')
  expect(() => mine.written(target)).toThrow('shell.file.not_written')

  mine.markWritten([source, target])
  expect(mine.written(target)).toBe('/data/report.pdf')
  expect(() => mine.written(source)).toThrow('shell.file.not_written')
})
