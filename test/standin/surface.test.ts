// The stand-in may leave things out of Electron, but it may not invent any: every name that it has stands in electron.d.ts.
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeCodec } from './codec.ts'
import { appEvents, browserWindowEvents, webContentsEvents } from './event-names.ts'
import electron, { imitated } from './electron.ts'
import { makePreloadWorld } from './page/preload.ts'
import { StrictEmitter } from './strict.ts'

const declarations = readFileSync(join(import.meta.dirname, '../../node_modules/electron/electron.d.ts'), 'utf8')

interface Declared {
  readonly members: ReadonlySet<string>
  readonly events: ReadonlySet<string>
}

/** Members and events of a class or interface of electron.d.ts, with those that it inherits. */
const declared = (name: string): Declared => {
  const head = new RegExp(`^  (?:class|interface) ${name}(?: extends ([\\w.]+))?[^{\\n]*\\{$`, 'm').exec(declarations)
  if (!head) throw new Error(`electron.d.ts has no ${name}`)
  const [start, parent] = head
  const body = declarations.slice(head.index + start.length, declarations.indexOf('\n  }\n', head.index))
  const members = [...body.matchAll(/^ {4}(?:static |readonly |get |set )*(\w+)\??[(:<]/gm)].map((found) => found[1] ?? '')
  const events = [...body.matchAll(/^ {4}on\(event: '([^']+)'/gm)].map((found) => found[1] ?? '')
  const inherited = parent !== undefined && !parent.endsWith('EventEmitter') ? declared(parent) : { members: [], events: [] }
  return { members: new Set([...members, ...inherited.members]), events: new Set([...events, ...inherited.events]) }
}

const roots: unknown[] = [null, Object.prototype, Function.prototype, EventEmitter.prototype, StrictEmitter, EventEmitter]

/** Names that code using Electron can reach, down to Node's own objects. */
const namesOf = (value: object): string[] => {
  const prototype = Object.getPrototypeOf(value) as object | null // always one of the two
  return [...Object.getOwnPropertyNames(value), ...(prototype === null || roots.includes(prototype) ? [] : namesOf(prototype))]
}
const own = new Set(['constructor', 'length', 'name', 'prototype', 'domain'])
// What begins with _ is the stand-in's own.
const publicNames = (value: object) => namesOf(value).filter((name) => !name.startsWith('_') && !own.has(name))

// What a preload finds; nothing of it is called here, so the page around it may be missing.
const preload = makePreloadWorld({
  bridge: { tell: () => undefined, expose: () => undefined },
  codec: makeCodec(),
  facts: { argv: [], process: {} },
  pathOf: () => '',
  post: () => undefined,
  onMessage: () => undefined,
}).require('electron') as Record<string, object> // the names are what is tested

const objects: [name: string, value: object, type: string][] = [
  ['app', imitated.app, 'App'],
  ['app.commandLine', imitated.app.commandLine, 'CommandLine'],
  ['BrowserWindow (static)', imitated.BrowserWindow, 'BrowserWindow'],
  ['BrowserWindow', imitated.BrowserWindow.prototype, 'BrowserWindow'],
  ['clipboard', imitated.clipboard, 'Clipboard'],
  ['crashReporter', imitated.crashReporter, 'CrashReporter'],
  ['dialog', imitated.dialog, 'Dialog'],
  ['ipcMain', imitated.ipcMain, 'IpcMain'],
  ['Menu (static)', imitated.Menu, 'Menu'],
  ['Menu', imitated.Menu.prototype, 'Menu'],
  ['MenuItem', new imitated.MenuItem({ label: 'One' }), 'MenuItem'],
  ['nativeImage', imitated.nativeImage, 'NativeImage'],
  ['NativeImage', imitated.nativeImage.createEmpty(), 'NativeImage'],
  ['nativeTheme', imitated.nativeTheme, 'NativeTheme'],
  ['net', imitated.net, 'Net'],
  ['Notification', imitated.Notification.prototype, 'Notification'],
  ['powerMonitor', imitated.powerMonitor, 'PowerMonitor'],
  ['protocol', imitated.protocol, 'Protocol'],
  ['screen', imitated.screen, 'Screen'],
  ['session', imitated.session, 'Session'],
  ['shell', imitated.shell, 'Shell'],
  ['webContents (static)', imitated.webContents, 'WebContents'],
  ['webContents', imitated.webContents.prototype, 'WebContents'],
  ...['contextBridge', 'crashReporter', 'ipcRenderer', 'webFrame', 'webUtils'].map((name): [string, object, string] => [
    `${name} (preload)`,
    preload[name] ?? {},
    name.replace(/^./, (letter) => letter.toUpperCase()),
  ]),
]

describe('what the stand-in imitates exists in Electron', () => {
  test.each(objects)('%s', (_name, value, type) => {
    const names = publicNames(value)

    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !declared(type).members.has(name))).toEqual([])
  })

  test.each([
    ['App', appEvents],
    ['BrowserWindow', browserWindowEvents],
    ['WebContents', webContentsEvents],
  ])('the events of %s', (type, events) => {
    expect(events.filter((event) => !declared(type).events.has(event))).toEqual([])
  })

  test('every part of the main process can be imported', () => {
    const [, main = ''] = /namespace Main \{([\s\S]*?)\n {2}\}/.exec(declarations) ?? []
    const classes = [...main.matchAll(/^ {4}(?:const|class) (\w+)/gm)].map((found) => found[1] ?? '')

    expect(classes.length).toBeGreaterThan(20)
    expect(classes.filter((name) => !(name in electron))).toEqual([])
  })
})

test('a member that is not imitated says its name', () => {
  const { app, safeStorage } = electron as unknown as {
    app: { dance(): void }
    safeStorage: { isEncryptionAvailable(): boolean }
  } // names that are not there

  expect(() => app.dance()).toThrow('stand-in: app.dance is not imitated')
  expect(() => safeStorage.isEncryptionAvailable()).toThrow('stand-in: safeStorage.isEncryptionAvailable is not imitated')
})
