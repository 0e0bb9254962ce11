import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { languageOfLocale, openPreferences } from '#main/shell/preferences.ts'
import { chooseWorkspaceFolder } from '#main/shell/workspace-choice.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-preferences-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = () => join(folder, 'preferences.json')

test('a first start speaks the language of the system', () => {
  expect(openPreferences(file(), languageOfLocale('zh-Hans-CN')).get()).toMatchObject({
    language: 'zh-CN',
    colorScheme: 'system',
  })
  expect(languageOfLocale('de-DE')).toBe('en')
})

test('what was chosen is there after a restart, and no half-written file is left', () => {
  openPreferences(file(), 'en').set({ colorScheme: 'dark', zoomLevel: 1.5, workspaceFolder: '/data/office' })
  expect(openPreferences(file(), 'en').get()).toMatchObject({
    colorScheme: 'dark',
    zoomLevel: 1.5,
    workspaceFolder: '/data/office',
  })
  expect(readdirSync(folder)).toEqual(['preferences.json'])
})

test('one damaged value costs only itself', () => {
  openPreferences(file(), 'en').set({ language: 'zh-CN', density: 'compact' })
  writeFileSync(file(), readFileSync(file(), 'utf8').replace('"compact"', '"enormous"'))
  expect(openPreferences(file(), 'en').get()).toMatchObject({ language: 'zh-CN', density: 'normal' })
})

test('a file that is no JSON does not keep the app from starting', () => {
  writeFileSync(file(), '{"language": "zh-')
  expect(openPreferences(file(), 'en').get().language).toBe('en')
})

test('listeners hear of a change, and not of none', () => {
  const preferences = openPreferences(file(), 'en')
  const heard: string[] = []
  preferences.onChange((now, before) => heard.push(`${before.density} → ${now.density}`))
  preferences.set({ density: 'roomy' })
  preferences.set({ density: 'roomy' })
  expect(heard).toEqual(['normal → roomy'])
})

test('the workspace is the one asked for, else the one of the variable, else the last one, else the own one', () => {
  const stored = { ...openPreferences(file(), 'en').get(), workspaceFolder: '/last' }
  const none = { workspace: null, route: null }
  const choose = (changes: object) =>
    chooseWorkspaceFolder({ request: none, variable: undefined, stored, userData: '/user', ...changes })
  expect(choose({ request: { ...none, workspace: '/asked' }, variable: '/variable' })).toBe('/asked')
  expect(choose({ variable: '/variable' })).toBe('/variable')
  expect(choose({ variable: '' })).toBe('/last')
  expect(choose({ stored: { ...stored, workspaceFolder: null } })).toBe(join('/user', 'workspace'))
})
