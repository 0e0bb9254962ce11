// Files that are opened with another program: private, read-only, and gone when the workspace is locked.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { AppEvent, Reply } from '#shared/base/procedure.ts'
import type { Engine } from '#main/engine/engine.ts'
import { createEngineAsk } from '#main/shell/engine-ask.ts'
import { clearWhenLocked, createPrivateFiles } from '#main/shell/private-files.ts'

const ok = (data: unknown): Reply => ({ ok: true, data, reads: [], rev: 0 })

const build = (name: string, openAnswer = '') => {
  const folder = join(mkdtempSync(join(tmpdir(), 'kith-opened-')), 'opened')
  onTestFinished(() => rmSync(join(folder, '..'), { recursive: true, force: true }))
  let state = 'open'
  let ids = 0
  const listeners: ((event: AppEvent) => void)[] = []
  const opened: string[] = []
  const call = (path: string, input: unknown): Promise<Reply> => {
    if (path === 'workspace.status') return Promise.resolve(ok({ state }))
    if (path === 'attachments.get') return Promise.resolve(ok({ name }))
    writeFileSync((input as { target: string }).target, 'plain') // as the module calls it
    return Promise.resolve(ok({ name }))
  }
  const engine: Engine = {
    openSession: () => ({ call, close: () => {} }),
    onEvent: (listener) => {
      listeners.push(listener)
      return () => {}
    },
    lock: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
  const files = createPrivateFiles({
    ...{ ask: createEngineAsk(Promise.resolve(engine)), folder, newId: () => `place-${(ids += 1)}`, warn: () => {} },
    openPath: (path) => {
      opened.push(path)
      return Promise.resolve(openAnswer)
    },
  })
  const lock = () => {
    state = 'locked'
    for (const listener of listeners) listener({ type: 'workspace' })
  }
  return { folder, files, opened, engine, lock }
}

test('a file is opened as a private copy that cannot be changed by mistake', async () => {
  const { files, opened, folder } = build('报价: final?.pdf')
  expect(await files.open({ id: 'x', isProgramAllowed: false })).toBe('报价: final?.pdf')
  const [path = ''] = opened
  expect(basename(path)).toBe('报价_ final_.pdf')
  expect(readFileSync(path, 'utf8')).toBe('plain')
  expect([statSync(path).mode & 0o777, statSync(folder).mode & 0o077]).toEqual([0o400, 0])
})

test('a program is asked about first', async () => {
  const { files, opened } = build('rechnung.pdf.exe')
  await expect(files.open({ id: 'x', isProgramAllowed: false })).rejects.toMatchObject({
    messageKey: 'attachments.programToOpen',
    params: { name: 'rechnung.pdf.exe' },
  })
  expect(opened).toEqual([])
  await files.open({ id: 'x', isProgramAllowed: true })
  expect(opened).toHaveLength(1)
})

test('where no program opens it, a sentence says so', async () => {
  const { files } = build('model.xyz', 'No application')
  await expect(files.open({ id: 'x', isProgramAllowed: false })).rejects.toMatchObject({ messageKey: 'attachments.openFailed' })
})

test('all copies go when the workspace is locked', async () => {
  const { files, engine, lock, folder } = build('a.txt')
  clearWhenLocked(engine, files)
  await files.open({ id: 'x', isProgramAllowed: false })
  await files.keep('pasted.png', new Uint8Array([1, 2]))
  expect(readdirSync(folder)).toHaveLength(2)
  lock()
  await vi.waitFor(() => expect(existsSync(folder)).toBe(false))
})
