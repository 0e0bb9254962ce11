import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sources = globSync('src/**/*.{ts,tsx}').map((path) => ({ path, text: readFileSync(path, 'utf8') }))
const filesWith = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

test('windows are made in one place, behind the same walls', () => {
  expect(filesWith(/new (?:BrowserWindow|BaseWindow|WebContentsView)\b/u)).toEqual(['src/main/shell/create-window.ts'])
})

test('only the shell and the preload know Electron', () => {
  const others = filesWith(/from 'electron'/u).filter((path) => !/^src\/(?:main\/shell|preload)\//u.test(path))
  expect(others).toEqual([])
})

test('the walls are the strict ones', () => {
  const maker = sources.find(({ path }) => path === 'src/main/shell/create-window.ts')?.text ?? ''
  const walls = [...maker.matchAll(/^ {2}(\w+): (true|false),$/gmu)].map(([, name, value]) => `${name} ${value}`)
  expect(walls).toEqual([
    'sandbox true',
    'contextIsolation true',
    'nodeIntegration false',
    'nodeIntegrationInWorker false',
    'nodeIntegrationInSubFrames false',
    'webSecurity true',
    'allowRunningInsecureContent false',
    'webviewTag false',
    'experimentalFeatures false',
    'navigateOnDragDrop false',
    'spellcheck false',
  ])
})
