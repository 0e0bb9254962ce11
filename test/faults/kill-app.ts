// kill -9 of the whole app, with every process it started, in the middle of edits that a page makes, and once inside an import.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Bridge } from '#shared/base/procedure.ts'
import { seeded } from '../bench/people.ts'
import { type Desktop, launch } from '../e2e/driver.ts'
import { askIn, callIn, PASSWORD } from '../e2e/support/office.ts'
import { dataKeyOf } from '../main/engine/test-engine.ts'
import { type Acknowledged, verify } from './verify.ts'

const IMPORT_ROWS = 5000
/** The round in which an import is under way. */
const IMPORT_ROUND = 1
const random = seeded(15)

/** Kills the running app so many times on one workspace and checks it after each. Throws at the first thing lost. */
export const killApp = async (rounds: number): Promise<string> => {
  const base = mkdtempSync(join(tmpdir(), 'kith-killed-'))
  const folder = join(base, 'workspace')
  const userData = join(base, 'data')
  const csv = join(base, 'companies.csv')
  writeFileSync(csv, `name\n${Array.from({ length: IMPORT_ROWS }, (_, index) => `Imported ${index}`).join('\n')}\n`)
  try {
    await makeWorkspace(folder, userData)
    const key = await dataKeyOf(folder, PASSWORD)
    const all = new Map<string, Acknowledged>()
    let importWas = 'not tried'
    for (let round = 0; round < rounds; round++) {
      const desktop = await launch({ userData })
      await askIn(desktop.page)('workspace.unlock', { password: PASSWORD })
      const acknowledged = await listen(desktop.page)
      const isImport = round === IMPORT_ROUND
      await (isImport ? startImport(desktop, csv) : startEditing(desktop.page, round))
      await new Promise((resolve) => setTimeout(resolve, (isImport ? 500 : 1200) * random() + 50))
      await killAll(desktop)

      for (const company of acknowledged) all.set(company.id, company)
      const { imported } = verify(join(folder, 'kith.db'), key, [...all.values()])
      if (imported !== 0 && imported !== IMPORT_ROWS)
        throw new Error(`Round ${round}: an import is there in part, ${imported} rows.`)
      importWas = imported === IMPORT_ROWS ? 'whole' : 'absent'
    }
    if (all.size === 0) throw new Error('Nothing was acknowledged before the kills, so nothing was tried.')
    return `app killed ${rounds} times: ${all.size} companies acknowledged and all there, an import ${importWas}, log without a gap`
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}

const makeWorkspace = async (folder: string, userData: string): Promise<void> => {
  const desktop = await launch({ userData, args: [`--workspace=${folder}`] })
  const ask = askIn(desktop.page)
  const { recoveryKey } = await ask('workspace.create', {
    ...{ workspaceName: 'Office', userName: 'Lin', language: 'en', timeZone: 'Asia/Shanghai' },
    password: PASSWORD,
  })
  await ask('workspace.confirmRecoveryKey', { recoveryKey })
  await desktop.close()
}

/** What the page says it was told; filled while it edits. */
const listen = async (page: Page): Promise<Acknowledged[]> => {
  const acknowledged: Acknowledged[] = []
  await page.exposeFunction('tell', (company: Acknowledged) => void acknowledged.push(company))
  return acknowledged
}

interface EditingPage {
  readonly kith: Bridge
  readonly tell: (company: Acknowledged) => Promise<void>
}

/** Creates, renames and archives without pause; each reply is told before the next call. */
const startEditing = (page: Page, round: number): Promise<void> =>
  page.evaluate((ofRound) => {
    const { kith, tell } = globalThis as unknown as EditingPage // put there by the preload and by `listen`
    const edit = async (): Promise<void> => {
      for (let index = 0; ; index++) {
        const name = `Edit ${ofRound} ${index}`
        const made = await kith.call(crypto.randomUUID(), 'companies.create', { name, phone: String(index) })
        if (!made.ok) throw new Error(JSON.stringify(made.error))
        const { id } = made.data as { id: string } // the contract's output
        await tell({ kind: 'company', id, name })
        if (index % 3 !== 0) continue
        const under = `${name} 改名`
        // What is under way when the kill comes may be there or not: both are right.
        await tell({ kind: 'company', id, name, under })
        const renamed = await kith.call(crypto.randomUUID(), 'companies.update', { id, name: under })
        if (!renamed.ok) throw new Error(JSON.stringify(renamed.error))
        await tell({ kind: 'company', id, name: under })
      }
    }
    void edit()
  }, round)

const startImport = async (desktop: Desktop, csv: string): Promise<void> => {
  const ask = askIn(desktop.page)
  await desktop.answerDialogs({ open: [csv] })
  const chosen = await ask('shell.chooseFile', { kind: 'csv' })
  if (!chosen) throw new Error('The dialog answered no file.')
  const { plan } = await ask('imports.inspect', { files: [chosen.file], entity: 'company' })
  // The page goes with the app, so its answer never comes.
  callIn(desktop.page, 'imports.run', { files: [chosen.file], plan }).catch(() => {})
}

/** The app and all that it started, at once, as when the power goes. */
const killAll = async ({ app }: Desktop): Promise<void> => {
  const child = app.process()
  const gone = child.exitCode === null ? once(child, 'exit') : Promise.resolve()
  for (const pid of familyOf(child.pid ?? 0)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      // It went with its parent.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // Node's own error
    }
  }
  await gone
}

/** The process and its descendants, the oldest first. Only Linux says so in files. */
const familyOf = (pid: number): readonly number[] => {
  if (!existsSync('/proc/self/task')) return [pid]
  const tasks = existsSync(`/proc/${pid}/task`) ? readdirSync(`/proc/${pid}/task`) : []
  const children = tasks.flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean))
  return [pid, ...children.flatMap((child) => familyOf(Number(child)))]
}
