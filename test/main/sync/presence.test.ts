// Who has a record open, as machines tell each other: also such as talk to no machine in common but those between.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Frame } from '#main/net/frames.ts'
import type { LinkFacts } from '#main/net/link.ts'
import { createPresence, type Presence } from '#main/sync/presence-topic.ts'
import type { TopicPart } from '#main/sync/topic.ts'

beforeEach(() => void vi.useFakeTimers())
const presences: Presence[] = []
afterEach(() => {
  for (const one of presences.splice(0)) one.close()
  vi.useRealTimers()
})

const idOf = (number: number): string => String(number).padStart(64, '0')
const SECOND = 1000

interface Desk {
  readonly id: string
  readonly presence: Presence
  readonly changes: () => number
}

/** `ahead`: of its clock, ms. */
const desk = (number: number, ahead = 0): Desk => {
  let changes = 0
  const presence = createPresence({ nowMs: () => Date.now() + ahead, onChange: () => (changes += 1) })
  presences.push(presence)
  return { id: idOf(number), presence, changes: () => changes }
}

/** Messages so far, and the end of the link. */
interface Wire {
  readonly said: () => number
  readonly cut: () => void
}

const link = (one: Desk, other: Desk): Wire => {
  let said = 0
  const parts = new Map<Desk, Map<number, TopicPart>>([
    [one, new Map()],
    [other, new Map()],
  ])
  const waiting: (() => void)[] = []
  let isReady = false
  for (const [here, there] of [
    [one, other],
    [other, one],
  ] as const)
    for (const topic of here.presence.topics) {
      const send = (type: number, message: unknown): void => {
        said += 1
        const payload = Buffer.from(JSON.stringify(message))
        expect(payload.length).toBeLessThanOrEqual(topic.limits.get(type) ?? 0)
        const frame: Frame = { type, payload }
        const deliver = (): void => void parts.get(there)?.get(type)?.hear(frame)
        if (isReady) deliver()
        else waiting.push(deliver)
      }
      // A topic of presence asks for nothing else of a link.
      const facts = { ownId: here.id, deviceId: there.id } as LinkFacts
      const none = (): never => {
        throw new Error('No honest machine says this.')
      }
      const part = topic.begin({
        ...{
          facts,
          isOpen: () => true,
          isBusy: () => false,
          say: send,
          sendBytes: none,
          drained: none,
          close: none,
          leave: none,
          refuse: none,
        },
        aside: none,
      })
      for (const type of topic.limits.keys()) parts.get(here)?.set(type, part)
    }
  isReady = true
  for (const deliver of waiting) deliver()
  return {
    said: () => said,
    cut: () => {
      for (const some of parts.values()) {
        for (const part of new Set(some.values())) part.end?.()
        some.clear()
      }
    },
  }
}

const anna = { id: 'anna', name: 'Anna Berg' }
const record = { entity: 'company', id: 'harbour' }
const seen = ({ presence }: Desk): string[] => presence.others(record.entity, record.id).map(({ deviceId }) => deviceId)
const row = (count: number): Desk[] => {
  const desks = Array.from({ length: count }, (_, index) => desk(index + 1, index * 3_600_000))
  desks.slice(1).forEach((one, index) => link(desks[index] ?? one, one))
  return desks
}

test('of three machines in a row the last sees who the first has, and that it left, whatever their clocks say', () => {
  const [first, middle, last] = row(3) as [Desk, Desk, Desk]
  first.presence.show([{ ...record, person: anna }])
  vi.advanceTimersByTime(SECOND)
  expect([seen(middle), seen(last), seen(first)]).toEqual([[first.id], [first.id], []])
  expect(last.presence.others(record.entity, record.id)).toEqual([{ deviceId: first.id, person: anna }])
  expect(last.changes()).toBe(1)

  // Said again, it is no news, and it stays.
  vi.advanceTimersByTime(300 * SECOND)
  expect([seen(last), last.changes()]).toEqual([[first.id], 1])

  first.presence.show([])
  vi.advanceTimersByTime(SECOND)
  expect([seen(middle), seen(last), last.changes()]).toEqual([[], [], 2])
})

test('one that comes later is told what is known, with its age', () => {
  const [first, middle] = row(2) as [Desk, Desk]
  first.presence.show([{ ...record, person: anna }])
  vi.advanceTimersByTime(20 * SECOND)
  const late = desk(9)
  link(middle, late)
  expect(seen(late)).toEqual([first.id])
})

test('where the one between is gone, what it told is forgotten', () => {
  const [first, middle, last] = [desk(1), desk(2), desk(3)]
  link(first, middle)
  const wire = link(middle, last)
  first.presence.show([{ ...record, person: anna }])
  vi.advanceTimersByTime(SECOND)
  wire.cut()
  expect(seen(last)).toEqual([first.id])
  vi.advanceTimersByTime(100 * SECOND)
  expect([seen(middle), seen(last)]).toEqual([[first.id], []])
})

test('it is passed on by six machines and no more', () => {
  const desks = row(9)
  desks[0]?.presence.show([{ ...record, person: anna }])
  vi.advanceTimersByTime(5 * SECOND)
  expect(desks.slice(1).map((one) => seen(one).length)).toEqual([1, 1, 1, 1, 1, 1, 1, 0])
})

test('in a ring nothing goes round for ever, and of many machines each word passes a link twice at most', () => {
  const desks = Array.from({ length: 6 }, (_, index) => desk(index + 1))
  const wires = desks.flatMap((one, index) => desks.slice(index + 1).map((other) => link(one, other)))
  const total = (): number => wires.reduce((sum, { said }) => sum + said(), 0)
  desks[0]?.presence.show([{ ...record, person: anna }])
  vi.advanceTimersByTime(10 * SECOND)
  for (const one of desks.slice(1)) expect(seen(one)).toEqual([idOf(1)])
  expect(total()).toBeLessThanOrEqual(2 * wires.length)
})

test('one that somebody talks to is believed itself, and nobody brings back what it said after it went', () => {
  const [first, middle, last] = [desk(1), desk(2), desk(3)]
  link(first, middle)
  const wire = link(first, last)
  first.presence.show([{ ...record, person: anna }])
  vi.advanceTimersByTime(SECOND)
  wire.cut()
  expect(seen(last)).toEqual([])
  link(middle, last)
  vi.advanceTimersByTime(SECOND)
  expect(seen(last)).toEqual([])
  // Until it says something new.
  vi.advanceTimersByTime(30 * SECOND)
  expect(seen(last)).toEqual([first.id])
})

test('of many records that are open far away the newest five are told, and a message stays within its bounds', () => {
  const [first, , last] = row(3) as [Desk, Desk, Desk]
  const long = { id: '\u0001'.repeat(100), name: '\u0001'.repeat(200) }
  first.presence.show(Array.from({ length: 100 }, (_, index) => ({ entity: 'company', id: `r${index}`, person: long })))
  vi.advanceTimersByTime(SECOND)
  const count = (id: string): number => last.presence.others('company', id).length
  expect([94, 95, 99].map((number) => count(`r${number}`))).toEqual([0, 1, 1])
})
