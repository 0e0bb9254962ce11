import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filePathInside } from '#main/shell/file-path.ts'

const root = join('/opt', 'kith', 'renderer')

test('the beginning is index.html, and files are found by their path', () => {
  expect(filePathInside(root, '/')).toBe(join(root, 'index.html'))
  expect(filePathInside(root, '/assets/a%20b.js')).toBe(join(root, 'assets', 'a b.js'))
})

test.each([
  '/../package.json',
  '/..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/a/../../renderer-old/x.js',
  '/%00.js',
  '/%E0%A4%A',
])('no address leads out of the folder: %s', (pathname) => {
  expect(filePathInside(root, pathname)).toBeNull()
})

test('the folder itself is not a file', () => {
  expect(filePathInside(root, '/.')).toBeNull()
})
