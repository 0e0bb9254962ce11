// The power fails, or the system stops: all that a disk may hold then of a file is opened again. A transaction is there whole or not at all, and
// what was sent is there: before a commit answers, the disk was told to write all of it (`synchronous = FULL`), and nothing is sent before that. So "since
// the last flush" is the transaction under way; in a file that waits less (`NORMAL`), all since the last checkpoint.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type LogEnd, logEnd } from '#main/db/log/incarnation.ts'
import { openConnection, type RawConnection, WRITER_CACHE_MB } from '#main/db/raw-connection.ts'
import { createDigests } from '#main/db/replicate/digests.ts'
import { createOutgoing } from '#main/db/replicate/outgoing.ts'
import { openThreadDatabase } from '#main/engine/thread-database.ts'
import type { NewWorkspace, ThreadStart } from '#main/engine/thread-messages.ts'
import { replicaReads, replicaTake } from '#main/sync/local-replica.ts'
import { databaseOf } from '#main/workspace/workspace-folder.ts'
import { isLeft, waysMaybeLeft } from '#main/db/replicate/left-ways.ts'
import { checkDigests, checkMachines } from '../../support/history-check.ts'
import { askable, identities, talk } from '../../support/linked-machines.ts'
import { checkLog } from '../../support/log-check.ts'
import { type Disk, disksAfter, isBegunAnew, readDisk, transactionsSince, writeDisk } from '../../support/power-loss.ts'
import { type Machine, meet, newMachine, pull, restartedMachine } from '../../support/replicas.ts'
import { testBirth } from '../../support/test-database.ts'

let base = ''
let folders = 0
const opened: { readonly close: () => void }[] = []
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'kith-power-'))
})
afterEach(() => {
  for (const one of opened.splice(0).toReversed()) one.close()
  rmSync(base, { recursive: true })
})
const newFolder = (): string => join(base, String(folders++))

const key = (): Uint8Array => new Uint8Array(32).fill(7)
const newWorkspace: NewWorkspace = { workspaceId: testBirth.workspaceId, deviceName: 'here', letter: 'A', contents: null }

interface FileOfMachine extends Machine {
  readonly close: () => void
}
interface Opening {
  readonly now: number
  readonly past?: Partial<ThreadStart['past']>
  readonly birth?: NewWorkspace | null
}

/** As the program opens it. */
const openFile = async (folder: string, { now, past = {}, birth = null }: Opening): Promise<FileOfMachine> => {
  const clock = { now }
  let counter = folders
  const database = await openThreadDatabase(
    {
      ...{ role: 'writer', isSlow: false, folder, dataKey: key(), cipher: 'aegis', birth },
      past: { last: null, leaves: null, deviceName: 'here', ...past },
      closing: new SharedArrayBuffer(4),
      reading: new SharedArrayBuffer(4),
    },
    {
      nowMs: () => clock.now,
      random: (bytes) => void bytes.fill((counter += 1)),
      packSizes: { sets: 4, loose: 3 },
    },
  )
  const { writer } = database
  if (!writer) throw new Error('It was opened to write.')
  let isOpen = true
  const file: FileOfMachine = {
    ...{ writer, clock, originHex: writer.outgoing.ownOrigin(), prepare: writer.raw.prepare.bind(writer.raw) },
    close: () => {
      if (isOpen) database.close()
      isOpen = false
    },
  }
  opened.push(file)
  return file
}

type Place = readonly [originHex: string, seq: number]
/** Up to where somebody else holds what a machine sent, with the chain of that. */
type Sent = readonly (readonly [place: Place, chain: string])[]

const heldBy = ({ outgoing }: Pick<Machine['writer'], 'outgoing'>): Sent => {
  const places = [...outgoing.vector()]
  const chains = outgoing.chains(places)
  return places.map((place, index) => [place, chains[index] ?? ''])
}

/** Chains follow from all that came before: who has the last of them has all. */
const checkSent = (file: Pick<Machine['writer'], 'outgoing'>, sent: Sent): void => {
  for (const [place, chain] of sent) {
    const [found] = file.outgoing.chains([place])
    if (found === null) throw new Error(`Change set ${place[1]} of ${place[0]} was sent and is gone.`)
    if (found !== chain) throw new Error(`Change set ${place[1]} of ${place[0]} was sent as something else.`)
  }
}

/** All that a file says. */
const stateOf = ({ outgoing, digests }: Pick<Machine['writer'], 'outgoing' | 'digests'>): string =>
  JSON.stringify([outgoing.ownOrigin(), heldBy({ outgoing }), [...digests.tables()]])

const meta = { actor: 'anna', procedure: 'test' }
const add = ({ writer, clock }: Machine, ids: readonly string[], text = 'short'): void => {
  clock.now += 1000
  writer.write(meta, (tx) => ids.forEach((id) => tx.insert('companies', { id, name: `Company ${id}`, description: text })))
}
const setCity = ({ writer, clock }: Machine, id: string, ...cities: readonly string[]): void => {
  clock.now += 1000
  writer.write(meta, (tx) => cities.forEach((city) => tx.update('companies', id, { city })))
}
const archive = ({ writer, clock }: Machine, id: string): void => {
  clock.now += 1000
  writer.write(meta, (tx) => tx.archive('companies', id))
}
const undoLast = ({ writer, originHex, clock }: Machine): void => {
  clock.now += 1000
  const own = writer
    .logOf(new Set())
    .operations(null, 20)
    .find(({ id }) => id.startsWith(originHex))
  writer.write({ actor: 'anna', procedure: 'history.undo' }, () => writer.logOf(new Set()).undo(own?.id ?? ''))
}

/** A machine with a file, another one that it talks to, and what its disk holds for sure. */
const newOffice = async (synchronous: 'FULL' | 'NORMAL') => {
  const folder = newFolder()
  const there = await newMachine(1)
  opened.push(there.writer)
  writeDisk(folder, { db: Buffer.alloc(0), wal: Buffer.alloc(0) })
  const here = await openFile(folder, { now: there.clock.now, birth: newWorkspace })
  const { raw } = here.writer
  // What the program sets is what is tried.
  if (synchronous === 'NORMAL') raw.pragma('synchronous = NORMAL')
  const waitsAtCommit = Number(raw.pragma('synchronous', { simple: true })) >= 2
  // A checkpoint comes within a short history.
  raw.pragma('wal_autocheckpoint = 60')
  raw.pragma('wal_checkpoint(TRUNCATE)')

  let flushed = readDisk(folder)
  /** Of the disk as it was flushed, and after each transaction since. */
  let states = [stateOf(here.writer)]
  let noted: LogEnd = logEnd(raw)
  const reads = replicaReads(here.writer)
  return {
    ...{ here, there },
    noted: () => noted,
    sent: () => heldBy(there.writer).filter(([[origin]]) => origin === here.originHex),
    /** As the program does: noted beside the file, then sent. */
    send: (bytes = 1_000_000): void => {
      const batch = reads.missing(there.writer.outgoing.vector(), 0, bytes)
      noted = batch.own ?? noted
      expect(replicaTake(there.writer, () => undefined)(batch.bytes, here.writer.outgoing.origins())).toMatchObject({ ok: true })
    },
    /** Runs what is one transaction at most; answers what the disk may hold if the power fails in it or after it. */
    step: (work: () => unknown) => {
      const before = readDisk(folder)
      work()
      const now = readDisk(folder)
      const count = transactionsSince(before, now)
      expect(count).toBeLessThanOrEqual(1)
      if (count === 1) states.push(stateOf(here.writer))
      const found = { disks: disksAfter(flushed, now), states, hasBegunAnew: before.wal.length > 0 && isBegunAnew(before, now) }
      const [{ log, checkpointed } = { log: 0, checkpointed: 0 }] = raw.pragma('wal_checkpoint(NOOP)') as Checkpoint[]
      if (waitsAtCommit || log === checkpointed) {
        flushed = now
        states = states.slice(-1)
      }
      return found
    },
  }
}
/** https://www.sqlite.org/pragma.html#pragma_wal_checkpoint */
interface Checkpoint {
  readonly log: number
  readonly checkpointed: number
}
type Office = Awaited<ReturnType<typeof newOffice>>

/** What both machines do, a transaction a step: all that leaves more than a row behind, and the log's end again and again at another place. */
const historyOf = ({ here, there, send }: Office): readonly (() => unknown)[] => {
  const take = (): unknown => pull(here, there, { bytes: 1_000_000 })
  const long = Array.from({ length: 12 }, (_, index) => `h-long-${index}`)
  const { raw } = here.writer
  return [
    () => add(here, ['h-0', 'h-1', 'h-2']),
    () => send(),
    () => setCity(here, 'h-0', 'Bonn'),
    () => {
      setCity(there, 'h-0', 'Kiel')
      add(there, ['h-3', 'h-4'])
      archive(there, 'h-1')
    },
    take,
    () => setCity(here, 'h-1', 'Jena'),
    () => send(1),
    () => undoLast(here),
    () => setCity(here, 'h-3', 'Ulm', 'Trier'),
    () => send(),
    // Longer than the log may become.
    () => add(here, long, 'A long text of many words. '.repeat(150)),
    () => add(here, ['h-5']),
    () => send(),
    () => Array.from({ length: 9 }, (_, index) => setCity(there, `h-long-${index}`, 'Celle')),
    take,
    () => raw.pragma('wal_checkpoint(PASSIVE)'),
    () => archive(here, 'h-5'),
    () => send(),
    () => raw.pragma('wal_checkpoint(TRUNCATE)'),
    () => setCity(here, 'h-4', 'Hof'),
    () => undoLast(here),
    () => send(),
    ...Array.from({ length: 4 }, (_, index) => () => setCity(here, `h-long-${index}`, `Place ${index}`)),
    () => send(),
  ]
}

/** Of copies that are looked at and thrown away. */
const hurry = (raw: RawConnection): void => void raw.pragma('synchronous = OFF')

/** Opens what may be found. Throws where it is not what it was after so many transactions, or lacks what was sent. */
const checkDisk = (disk: Disk, expected: string, sent: Sent): void => {
  const folder = newFolder()
  writeDisk(folder, disk)
  const raw = openConnection({ file: databaseOf(folder), key: key(), cacheMb: WRITER_CACHE_MB })
  try {
    hurry(raw)
    checkLog(raw)
    const file = { outgoing: createOutgoing(raw), digests: createDigests(raw) }
    checkSent(file, sent)
    expect(stateOf(file)).toBe(expected)
  } finally {
    raw.close()
    rmSync(folder, { recursive: true })
  }
}

/** A copy of the other machine as it is. */
const copyOf = ({ writer, clock }: Machine): Machine => {
  const copy = restartedMachine(writer.raw.serialize(), 1)
  copy.clock.now = clock.now
  opened.push(copy.writer)
  return copy
}

/** Both work on and meet: nobody lacks anything, and nothing has two meanings. */
const checkTogether = (again: Machine, other: Machine, sent: Sent): void => {
  const known = heldBy(other.writer)
  add(again, ['h-here'])
  add(other, ['h-there'])
  meet([again, other])
  checkMachines([again, other], 'h', 0)
  checkDigests([again, other])
  for (const { writer } of [again, other]) {
    for (const held of [known, sent]) checkSent(writer, held)
    checkLog(writer.raw)
  }
  expect(again.prepare("SELECT count(*) FROM companies WHERE id IN ('h-here', 'h-there')").pluck().get()).toBe(2)
}

/** The program opens it and goes on under its name. */
const checkGoingOn = async ({ here, there, noted, sent }: Office, disk: Disk): Promise<void> => {
  const folder = newFolder()
  writeDisk(folder, disk)
  const again = await openFile(folder, { now: here.clock.now, past: { last: noted() } })
  hurry(again.writer.raw)
  expect(again.originHex).toBe(here.originHex)
  checkMachines([again], 'h', 0)
  checkTogether(again, copyOf(there), sent())
  again.close()
}

/** Lets the power fail at each moment of the history. */
const failEverywhere = async (synchronous: 'FULL' | 'NORMAL') => {
  const office = await newOffice(synchronous)
  const seen = { disks: 0, begunAnew: 0, written: 0 }
  for (const [index, work] of historyOf(office).entries()) {
    const { disks, states, hasBegunAnew } = office.step(work)
    for (const disk of disks) {
      try {
        checkDisk(disk, states[disk.transactions] ?? '', office.sent())
      } catch (error) {
        throw new Error(`Step ${index}, ${disk.name}: ${String(error)}`, { cause: error })
      }
    }
    seen.disks += disks.length
    if (hasBegunAnew) seen.begunAnew += 1
    seen.written += disks.filter(({ name }) => name.startsWith('every other page')).length
    // The worst of what leaves the file as it was, and once what leaves it as it is.
    const worst = disks.find(({ name }) => name.endsWith('and a frame of garbage')) ?? disks.at(-1)
    if (worst) await checkGoingOn(office, worst)
  }
  return { ...seen, office }
}

test(
  'whatever the disk holds of a transaction under way, the file has all that was sent and goes on with the others',
  { timeout: 300_000 },
  async () => {
    const { disks, begunAnew, written, office } = await failEverywhere('FULL')
    expect(disks).toBeGreaterThan(400)
    // The log began anew, the database was written back to, and part of the change log lies in packs.
    expect(begunAnew).toBeGreaterThan(2)
    expect(written).toBeGreaterThan(8)
    expect(office.here.prepare('SELECT count(*) FROM sync_pack').pluck().get()).toBeGreaterThan(3)
  },
)

test(
  'a file that does not wait for the disk at each commit loses what was sent, and the check finds it',
  { timeout: 60_000 },
  async () => {
    await expect(failEverywhere('NORMAL')).rejects.toThrow(/was sent and is gone/u)
  },
)

test(
  'a file that lies before what it sent writes under another name as soon as that comes out',
  { timeout: 60_000 },
  async () => {
    const office = await newOffice('NORMAL')
    const { here, there, sent, send } = office
    const works = [
      () => add(here, ['h-0', 'h-1']),
      () => setCity(here, 'h-0', 'Bonn'),
      () => add(here, ['h-2']),
      () => send(),
      () => {
        setCity(there, 'h-0', 'Kiel')
        add(there, ['h-3'])
      },
      () => setCity(here, 'h-1', 'Jena'),
    ]
    const disks = works.flatMap((work) => office.step(work).disks).filter(({ name }) => name.endsWith('frames'))
    const byTransactions = Map.groupBy(disks, ({ transactions }) => transactions)
    expect([...byTransactions.keys()]).toEqual([0, 1, 2, 3, 4])
    const [mine, theirs] = await identities(2)
    if (!mine || !theirs) throw new Error('two were asked for')

    for (const [transactions, found] of byTransactions) {
      const [disk] = found
      if (!disk) throw new Error('A group has a member.')
      const isBefore = transactions < 3
      const write = (file: Machine): void => {
        add(file, ['h-since'])
        setCity(file, 'h-since', 'Ulm')
      }

      // The note beside the file tells at once.
      const told = newFolder()
      writeDisk(told, disk)
      const again = await openFile(told, { now: here.clock.now, past: { last: office.noted() } })
      expect(again.originHex === here.originHex).toBe(!isBefore)
      write(again)
      checkTogether(again, copyOf(there), sent())

      // Where the note was set back, too, the machine gives numbers again, until it hears what others have under them.
      const untold = newFolder()
      writeDisk(untold, disk)
      let now = await openFile(untold, { now: here.clock.now, past: { last: endOf(disk) } })
      expect(now.originHex).toBe(here.originHex)
      write(now)
      let other: Machine = copyOf(there)
      const asking = askable(other, (writer) => {
        other = { ...other, writer, prepare: writer.raw.prepare.bind(writer.raw) }
      })
      const asked = askable(now, undefined, async (_writer, leaves) => {
        now.close()
        now = await openFile(untold, { now: now.clock.now, past: { leaves } })
        return now.writer
      })
      const { close } = await talk([asked, asking], [mine, theirs])
      await vi.waitFor(() => expect(now.writer.outgoing.vector()).toEqual(other.writer.outgoing.vector()), { timeout: 20_000 })
      await close()
      expect(now.originHex === here.originHex).toBe(!isBefore)
      expect(other.prepare("SELECT city FROM companies WHERE id = 'h-since'").pluck().get()).toBe('Ulm')
      checkTogether(now, other, sentAsIs(there, now, sent()))
    }
  },
)

/** Without what went over to another name with all that follows it, and is there. `there` has it as it was sent. */
const sentAsIs = (there: Machine, { writer }: Machine, sent: Sent): Sent => {
  const held = writer.outgoing.vector()
  return sent.filter(([[originHex, seq]]) => {
    const way = waysMaybeLeft(new Map([[originHex, seq]]), held).find((one) =>
      isLeft(one, there.writer.outgoing.chains([[originHex, one.first]])[0]),
    )
    if (way) expect(held.get(way.nameHex)).toBeGreaterThanOrEqual(seq - way.first + 1)
    return way === undefined
  })
}

const endOf = (disk: Disk): LogEnd => {
  const folder = newFolder()
  writeDisk(folder, disk)
  const raw = openConnection({ file: databaseOf(folder), key: key(), cacheMb: WRITER_CACHE_MB })
  const end = logEnd(raw)
  raw.close()
  return end
}

const canTrace = process.platform === 'linux' && spawnSync('strace', ['true']).status === 0
if (!canTrace) console.error('Left out, because strace is not here: that each commit waits for the disk.')

test.runIf(canTrace)('each commit waits until the disk has the log', { timeout: 60_000 }, () => {
  const [trace, folder, count] = [join(base, 'trace'), newFolder(), 20]
  writeDisk(folder, { db: Buffer.alloc(0), wal: Buffer.alloc(0) })
  const program = join(import.meta.dirname, 'committing-process.ts')
  const watched = ['-f', '-y', '-e', 'trace=write,fsync,fdatasync', '-o', trace]
  execFileSync('strace', [...watched, process.execPath, program, folder, String(count)])
  const said = readFileSync(trace, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (/write\(1\b.*"committed/u.test(line)) return 'committed'
      return /f(?:data)?sync\(\d+<[^>]*-wal>/u.test(line) ? 'flushed' : []
    })
  const between = said.join(' ').split('committed').slice(1, -1)
  expect(between).toHaveLength(count)
  expect(between.filter((one) => !one.includes('flushed'))).toEqual([])
})
