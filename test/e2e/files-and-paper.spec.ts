// Files that a user gives or asks for, and what goes to paper.
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Bridge, Reply } from '#shared/base/procedure.ts'
import { type Desktop, launch } from './driver.ts'
import { callIn, openOffice } from './support/office.ts'

interface PageGlobals {
  readonly kith: Bridge
}

let desktop: Desktop
test.afterEach(() => desktop.close())

const ask = (path: string, input: unknown = {}): Promise<Reply> => callIn(desktop.page, path, input)
const windowCount = (): Promise<number> => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

test('a file that the user gives to a page is read without the page knowing where it lies', async () => {
  ;({ desktop } = await openOffice())
  const path = join(mkdtempSync(join(tmpdir(), 'kith-csv-')), 'people.csv')
  writeFileSync(path, 'Name,E-mail\nLi Na,li.na@example.com\n')

  await desktop.page.evaluate(() => {
    const page = globalThis as unknown as PageGlobals & { reply?: Reply } // put there by the preload and here
    const input = document.createElement('input')
    input.type = 'file'
    input.id = 'given'
    input.addEventListener('change', () => {
      void page.kith.call('read', 'imports.inspect', { files: [input.files?.[0]] }).then((reply) => (page.reply = reply))
    })
    document.body.append(input)
  })
  await desktop.page.setInputFiles('#given', path)
  const reply = () => desktop.page.evaluate(() => (globalThis as unknown as { reply?: Reply }).reply)
  await expect.poll(reply).toMatchObject({ ok: true })
  expect(JSON.stringify(await reply())).toContain('E-mail')
  expect(await ask('imports.inspect', { files: [path] })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
})

test('a recovery key is printed without standing in an address', async () => {
  desktop = await launch()
  await desktop.app.evaluate(({ app }) => {
    const addresses: string[] = []
    Object.assign(globalThis, { addresses })
    app.on('web-contents-created', (_event, contents) => contents.on('did-navigate', (_navigation, url) => addresses.push(url)))
  })
  const recoveryKey = '7K2M-9QX4-TB3H-N8RW-5DYC-6FJ1-PZV0-EGA2'
  const printable = { page: 'recovery-key', paper: 'A4', recoveryKey, workspaceName: 'Office' }
  const start4 = await desktop.page.evaluate(async (input) => {
    const { kith } = globalThis as unknown as PageGlobals // put there by the preload
    const reply = await kith.call('pdf', 'shell.pdf', input)
    return reply.ok ? [...(reply.data as Uint8Array).slice(0, 5)] : reply.error // the contract's output
  }, printable)
  expect(start4).toEqual([...Buffer.from('%PDF-')])

  const addresses = await desktop.app.evaluate(() => (globalThis as unknown as { addresses: string[] }).addresses)
  expect(addresses).toEqual(['app://main/index.html#/print/recovery-key?paper=A4'])
  expect(await windowCount()).toBe(1)
})

test('a PDF is saved whole where the user wants it, and can then be shown', async () => {
  desktop = await launch()
  const target = join(mkdtempSync(join(tmpdir(), 'kith-pdf-')), 'key.pdf')
  await desktop.answerDialogs({ save: target })
  const chosen = await ask('shell.chooseTarget', { kind: 'pdf', suggestedName: 'key' })
  const file = chosen.ok ? (chosen.data as { file: string }).file : '' // the contract's output
  const printable = { page: 'recovery-key', paper: 'Letter', recoveryKey: '7K2M-9QX4', workspaceName: 'Office' }

  expect(await ask('shell.savePdf', { printable, target: file })).toMatchObject({ ok: true, data: { name: 'key.pdf' } })
  expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-')
  expect(existsSync(`${target}.part`)).toBe(false)

  await ask('shell.showFile', { file })
  await expect.poll(() => desktop.osCalls()).toEqual([{ kind: 'showItemInFolder', arg: target }])
})

test('two prints asked for at once come out one after the other', async () => {
  desktop = await launch()
  // The real one opens the system's dialog, which no test can answer.
  await desktop.app.evaluate(({ app }) => {
    const printed: unknown[] = []
    Object.assign(globalThis, { printed })
    app.on('web-contents-created', (_event, contents) => {
      contents.print = (options, answer) => {
        printed.push({ begin: options?.pageSize })
        setTimeout(() => {
          printed.push({ end: options?.pageSize })
          answer?.(options?.pageSize === 'A4', 'Print job canceled')
        }, 300)
      }
    })
  })
  const key = { page: 'recovery-key', recoveryKey: '7K2M-9QX4', workspaceName: 'Office' }
  const replies = await Promise.all(['A4', 'Letter'].map((paper) => ask('shell.print', { ...key, paper })))
  expect(replies).toMatchObject([{ data: { printed: true } }, { data: { printed: false } }])
  const printed = await desktop.app.evaluate(() => (globalThis as unknown as { printed: unknown[] }).printed)
  expect(printed).toEqual([{ begin: 'A4' }, { end: 'A4' }, { begin: 'Letter' }, { end: 'Letter' }])
  expect(await windowCount()).toBe(1)
})
