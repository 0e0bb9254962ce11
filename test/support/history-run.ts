// Runs a history on machines with the real engine and holds what they show against what the change sets say, and its sums and numbers against
// what was asked for.
import assert from 'node:assert/strict'
import type { CellValue } from '#main/db/log/body.ts'
import type { BadChangeSet } from '#main/db/replicate/bad-change-set.ts'
import { layouts } from '#main/db/registry/layout.ts'
import { columnsOfCell } from '#main/db/write/change-set-builder.ts'
import { type Books, createBooks } from './history-books.ts'
import { createPast, type Past } from './history-past.ts'
import { createTagBook, type TagBook } from './history-tags.ts'
import type { Command } from './history-commands.ts'
import { checkDigests, checkMachines } from './history-check.ts'
import { actor, deal, HISTORIES_A_WORLD, newWorld, prefixOf, START, type World } from './history-world.ts'
import { hearAll, type Machine, pull } from './replicas.ts'

const HOUR = 3_600_000
/** Digests go over all tables. */
const HISTORIES_A_DIGEST = 10

const layoutOf = new Map([...layouts.values()].map((layout) => [layout.id, layout]))

export interface Histories {
  /** Throws where a machine shows what it must not. The next history then begins with new machines. */
  readonly run: (commands: readonly Command[]) => Promise<void>
  readonly close: () => void
}

/** `look`: what is asked of the machines after each history, beside what they show. */
export const createHistories = (look: (machines: readonly Machine[]) => Promise<void> = async () => undefined): Histories => {
  let world: World | undefined
  let round = 0
  const close = (): void => {
    for (const { writer } of world?.machines ?? []) writer.close()
    world = undefined
  }
  return {
    close,
    run: async (commands) => {
      round += 1
      if (round % HISTORIES_A_WORLD === 0) close()
      world ??= await newWorld()
      try {
        runHistory(world, commands, round)
        if (round % HISTORIES_A_DIGEST === 0) checkDigests(world.machines)
        await look(world.machines)
      } catch (error) {
        close()
        throw error
      }
    },
  }
}

/** Rows of one history: their names begin with the same letters. */
export interface Scene {
  readonly prefix: string
  readonly books: Books
  readonly tags: TagBook
  readonly past: Past
  readonly all: readonly Machine[]
  /** The machine, its clock a little further. */
  readonly at: (index: number) => Machine
  /** By machine: the place in its log after which a pull begins that knows of nothing. */
  readonly begins: readonly number[]
  readonly setClock: (index: number, ms: number) => void
}

const runHistory = ({ machines: all, scenes, given, newOrigin }: World, commands: readonly Command[], round: number): void => {
  const place = round % HISTORIES_A_WORLD
  const prefix = prefixOf(place)
  const offsets = all.map(() => 0)
  let time = START + round * HOUR
  let turn = 0
  const at = (index: number): Machine => {
    const one = all[index]
    if (!one) throw new Error(`There is no machine ${index}.`)
    // Several machines write within the same millisecond.
    one.clock.now = (time += (turn += 1) % 3 === 0 ? 7 : 0) + (offsets[index] ?? 0)
    return one
  }
  const ends = all.map(({ writer }) => writer.read(() => null).rev)
  const after = Math.max(...ends)
  // Now and then everything, elsewhere all of this history: what was before it is known to all.
  const begins = round % HISTORIES_A_DIGEST === 0 ? [] : ends
  const books = createBooks(prefix, given)
  const tags = createTagBook(prefix)
  const past = createPast({
    ...{ machines: all, newOrigin },
    onLost: (isHeld) => {
      books.lose(isHeld)
      tags.lose(isHeld)
    },
  })
  const scene: Scene = { prefix, books, tags, past, all, at, begins, setClock: (index, ms) => (offsets[index] = ms) }
  for (const one of commands) perform(scene, one)
  for (const [index] of all.entries()) at(index)
  past.agreeAll()
  hearAll(all)
  books.check(all)
  // Two ways under one name make the names of operations ambiguous.
  if (!past.isParted()) tags.check(all)
  checkMachines(all, prefix, after, scenes[place])
}

export const perform = (scene: Scene, one: Command): void => {
  const { prefix, books, tags, past } = scene
  if (one.kind === 'meet') {
    past.agreeAll()
    return hearAll(scene.all)
  }
  const here = scene.at(one.machine)
  const { writer } = here
  const write = (work: Parameters<typeof writer.write>[1]) => writer.write({ actor, procedure: one.kind }, work)
  const has = (table: string, id: string): boolean =>
    here.prepare<[string], { id: string }>(`SELECT id FROM ${table} WHERE id = ?`).get(id) !== undefined
  const child = ({ does }: Extract<Command, { kind: 'child' }>, id: string, companyId: string): void => {
    const isThere = has('deals', id)
    if ((isThere ? does === 'put' : true) && !has('companies', companyId)) return
    write((tx) => {
      if (!isThere) tx.insert('deals', { ...deal, id, companyId })
      else if (does === 'put') tx.update('deals', id, { companyId })
      else tx.archive('deals', id)
    })
  }
  if (one.kind === 'clock') return scene.setClock(one.machine, one.ms)
  if (one.kind === 'decide') return decide(here, prefix, one)
  if (one.kind === 'undo') return undoLast(here, scene)
  if (one.kind === 'tag') return tags.perform(here, one)
  if (one.kind === 'keep') return past.keep(one.machine)
  if (one.kind === 'goBack') return past.goBack(one.machine, one.isUnaware)
  // It would give again what it had given.
  if (one.kind === 'number' && past.isUnaware(one.machine)) return
  if (one.kind === 'line' || one.kind === 'remove' || one.kind === 'number') return books.perform(here, one)
  if (one.kind === 'pull') {
    if (one.from === one.machine) return
    past.agree(one.machine, one.from)
    interruptedPull(scene.at(one.machine), scene.at(one.from), one, scene.begins[one.from] ?? 0)
    return
  }
  if (one.kind === 'put') {
    write((tx) => tx.put('tags', [prefix, String(one.row)], { name: `tag${one.value}`, colour: 'blue' }))
    return
  }
  if (one.kind === 'move') {
    const id = `${prefix}-d${one.row}`
    write((tx) => tx.update('deals', id, { stageId: `s${one.value}`, position: `a${one.machine}` }))
    return
  }
  const id = `${prefix}-${one.row}`
  if (one.kind === 'child') return child(one, `${prefix}-${one.which}`, id)
  if (has('companies', id) === (one.kind === 'insert')) return
  if (one.kind === 'insert') write((tx) => tx.insert('companies', { id, name: `made by ${one.machine}` }))
  else if (one.kind === 'restore') write((tx) => tx.restore('companies', id))
  else if (one.kind === 'edit') {
    write((tx) => {
      for (const { field, value } of one.writes) tx.update('companies', id, { [field]: `${field}${value}` })
    })
  } else {
    write((tx) => {
      tx.archive('companies', id)
      if (one.alsoEdits) tx.update('companies', id, { [one.alsoEdits]: 'gone' })
    })
  }
}

const decide = (
  { writer, prepare }: Machine,
  prefix: string,
  { among, which, isOther }: Extract<Command, { kind: 'decide' }>,
): void => {
  const OURS = "row >= ? || '-' AND row < ? || '.'"
  const kept = `SELECT tbl, row, 2 AS cell, value FROM sync_revived WHERE ${OURS}`
  const values = `SELECT tbl, row, cell, value FROM sync_conflict WHERE ${OURS}`
  const ORDER = 'ORDER BY tbl, row, cell, value'
  interface End {
    readonly tbl: number
    readonly row: string
    readonly cell: number
    readonly value: string
  }
  const ends =
    among === 'kept'
      ? prepare<[string, string], End>(`${kept} ${ORDER}`).all(prefix, prefix)
      : prepare<[string, string, string, string], End>(`${values} UNION ALL ${kept} ${ORDER}`).all(prefix, prefix, prefix, prefix)
  const end = ends[which % Math.max(ends.length, 1)]
  const layout = end && layoutOf.get(end.tbl)
  const cell = end && layout?.cellById(end.cell)
  if (!end || !layout || !cell) return
  const row = prepare<[string], Record<string, string | number | null>>(`SELECT * FROM ${layout.name} WHERE id = ?`).get(end.row)
  // As the merging wrote it.
  const lost = columnsOfCell(cell, JSON.parse(end.value) as CellValue)
  const chosen = Object.fromEntries(cell.columns.map(({ name }) => [name, (isOther ? lost[name] : row?.[name]) ?? null]))
  writer.write({ actor, procedure: 'decide' }, (tx) => tx.decide(layout.name, end.row, chosen))
}

/** What takes a line of the books away, stays. */
const undoLast = (here: Machine, { prefix, books, tags }: Scene): void => {
  const { writer } = here
  const log = writer.logOf(new Set())
  const last = log.lastOf(actor)
  const rowId = last?.first?.rowId
  if (!last || rowId === undefined || ['first', 'put', 'remove'].includes(last.procedure)) return
  if (!rowId.startsWith(prefix) && !tags.has(rowId)) return
  if (log.obstacles(last.id).length > 0) return
  const { operation } = writer.write({ actor, procedure: 'undo' }, () => writer.logOf(new Set()).undo(last.id))
  if (last.procedure === 'line') books.takenBack(rowId, operation)
  tags.takenBack(here, last.id, operation)
}

const interruptedPull = (
  to: Machine,
  from: Machine,
  { atMost, isStale, isTwice, isSpoilt }: Extract<Command, { kind: 'pull' }>,
  begins: number,
): void => {
  if (isSpoilt) {
    const before = to.writer.outgoing.vector()
    try {
      pull(to, from, {
        bytes: 1e9,
        onTheWay: (sets) =>
          sets.map((set, index) =>
            index === sets.length - 1 && set.body ? { ...set, body: Buffer.concat([set.body, Buffer.from(' ')]) } : set,
          ),
      })
    } catch (error) {
      if ((error as BadChangeSet).reason !== 'chain') throw error
    }
    assert.deepEqual(to.writer.outgoing.vector(), before)
  }
  const options = { isStale, after: isStale ? begins : 0, ...(atMost === undefined ? {} : { atMost }) }
  pull(to, from, options)
  if (isTwice) pull(to, from, options)
}
