import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { menuTemplate, type MenuModel } from '#main/shell/menu-template.ts'
import { speak } from '#main/shell/sentences.ts'
import type { Language } from '#shared/base/messages.ts'
import { commands } from '#shared/shell/commands.ts'

const model = (changes: Partial<MenuModel> & { readonly language?: Language } = {}): MenuModel => ({
  say: speak(() => changes.language ?? 'en'),
  preferences: { language: changes.language ?? 'en', colorScheme: 'system', density: 'normal', isScreenPrivate: false },
  platform: 'linux',
  isPackaged: true,
  hasWindow: true,
  run: () => {},
  prefer: () => {},
  ...changes,
})

const flatten = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])])

const duplicates = (values: readonly (string | undefined)[]): (string | undefined)[] =>
  values.filter((value, index) => value !== undefined && values.indexOf(value) !== index)

test.each(['linux', 'win32', 'darwin'] as const)('every entry on %s has its own name and its own key', (platform) => {
  const items = flatten(menuTemplate(model({ platform, isPackaged: false }))).filter(({ type }) => type !== 'separator')
  expect(duplicates(items.map(({ id }) => id))).toEqual([])
  expect(duplicates(items.map(({ accelerator }) => accelerator?.toString()))).toEqual([])
  expect(items.filter(({ label }) => !label)).toEqual([])
})

test('every command is somewhere in the menu', () => {
  const ids = flatten(menuTemplate(model({ isPackaged: false }))).map(({ id }) => id)
  expect(commands.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([])
})

test('the menu speaks the language of the user', () => {
  const labels = (language: Language) => flatten(menuTemplate(model({ language }))).map(({ label }) => label)
  expect(labels('en')).toContain('New deal')
  expect(labels('zh-CN')).toContain('新建商机')
  const chinese = labels('zh-CN').filter((label) => label && !/\p{Script=Han}/u.test(label))
  expect(chinese).toEqual(['English'])
})

test('macOS has its own first menu and no keys in menu names', () => {
  const [first, ...rest] = menuTemplate(model({ platform: 'darwin', language: 'zh-CN' }))
  expect(first?.label).toBe('Kith')
  expect(rest.map(({ label }) => label)).toEqual(['文件', '编辑', '视图', '前往', '窗口', '帮助'])
})

test('on macOS going back does not take the key that jumps a word', () => {
  const items = flatten(menuTemplate(model({ platform: 'darwin' })))
  expect(items.find(({ id }) => id === 'go-back')?.accelerator).toBe('Cmd+[')
  expect(items.map(({ accelerator }) => accelerator)).not.toContain('Alt+Left')
})

test('without a window, what needs one is greyed', () => {
  const items = flatten(menuTemplate(model({ hasWindow: false })))
  const isEnabled = (id: string) => items.find((item) => item.id === id)?.enabled
  expect([isEnabled('new-deal'), isEnabled('undo'), isEnabled('zoom-in')]).toEqual([false, false, false])
  expect([isEnabled('new-window'), isEnabled('about')]).toEqual([true, true])
})

test('a shipped app has no developer tools in its menu', () => {
  const ids = flatten(menuTemplate(model())).map(({ id }) => id)
  expect(ids).not.toContain('reload')
  expect(ids).not.toContain('role-toggleDevTools')
})

test('choosing dark says so, and the chosen entry is marked', () => {
  const wishes: unknown[] = []
  const items = flatten(menuTemplate(model({ prefer: (change) => wishes.push(change) })))
  expect(items.filter(({ checked }) => checked).map(({ id }) => id)).toEqual([
    'colorScheme-system',
    'density-normal',
    'language-en',
  ])

  const dark = items.find(({ id }) => id === 'colorScheme-dark')
  // The entry ignores what Electron hands to a click.
  dark?.click?.({} as never, undefined, {})
  expect(wishes).toEqual([{ colorScheme: 'dark' }])
})
