// What the host answers of records that several people look at: who has one open too, and where its files are.
import type { z } from 'zod'
import type { arrivalsContract } from '#shared/attachments/arrivals.contract.ts'
import type { Device } from '#shared/devices/devices.contract.ts'
import type { presenceContract } from '#shared/sync/presence.contract.ts'
import type { WantedContent } from '#main/attachments/arriving-content.ts'
import { refusal } from '#main/workspace/refusal.ts'
import { askThread } from './ask-thread.ts'
import { type HostState, requireOpen } from './host-state.ts'
import type { Caller } from './host-steps.ts'
import type { OpenWorkspace } from './open-workspace.ts'
import type { Person } from './person.ts'

type Answers<Room extends Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>> = {
  readonly [N in keyof Room]: (input: z.output<Room[N]['input']>, caller: Caller) => Promise<z.output<Room[N]['output']>>
}
export type PresenceProcedures = Answers<typeof presenceContract>
export type ArrivalsProcedures = Answers<typeof arrivalsContract>

/** What each answer is out of date by. */
export const officeReads: Readonly<Record<string, readonly string[]>> = {
  'presence.here': ['presence', 'devices'],
  'arrivals.ofRecord': ['arrivals', 'attachments', 'activityLinks', 'devices'],
}

const personOf = (open: OpenWorkspace, caller: Caller): Person => (caller.kind === 'client' ? caller.person : open.user)

const devicesOf = async (open: OpenWorkspace): Promise<ReadonlyMap<string, string>> => {
  const devices = await askThread(open.threads, open.user)<Device[]>('reader', 'devices.list', {})
  return new Map(devices.map(({ id, name }) => [id, name]))
}

export const createPresenceProcedures = (state: HostState): PresenceProcedures => ({
  here: async ({ recordType: entity, recordId: id }, caller) => {
    const open = requireOpen(state)
    const { id: userId, name } = personOf(open, caller)
    const { openRecords, presence } = open.talks
    openRecords.open({ entity, id, person: { id: userId, name } }, caller)
    const names = await devicesOf(open)
    const others = new Map(
      openRecords
        .of(entity, id)
        .map((person) => [person.id, { userId: person.id, name: person.name, deviceName: null as string | null }]),
    )
    for (const { deviceId, person } of presence.others(entity, id)) {
      others.set(person.id + deviceId, { userId: person.id, name: person.name, deviceName: names.get(deviceId) ?? '' })
    }
    const { ownOrigin } = await open.threads.replica.holdings()
    return { others: [...others.values()].filter((one) => one.deviceName !== null || one.userId !== userId), ownOrigin }
  },
  leave: ({ recordType: entity, recordId: id }, caller) => {
    if (!state.open) return Promise.reject(refusal('locked', 'workspace.locked'))
    const { id: userId, name } = personOf(state.open, caller)
    state.open.talks.openRecords.leave({ entity, id, person: { id: userId, name } }, caller)
    return Promise.resolve(null)
  },
})

export const createArrivalsProcedures = (state: HostState): ArrivalsProcedures => ({
  ofRecord: async (place) => {
    const open = requireOpen(state)
    const names = await devicesOf(open)
    if (names.size < 2) return []
    const ask = askThread(open.threads, open.user)
    const named = await ask<(WantedContent & { id: string; isHere: boolean })[]>('reader', 'attachments.contents', place)
    const lacked = named.filter(({ isHere }) => !isHere)
    const { files } = open.talks
    files.want(lacked, 'shown')
    return lacked.map(({ id, hash, size }) => {
      const { deviceId, ...rest } = files.stateOf(hash)
      return { ...rest, attachmentId: id, totalBytes: size, deviceName: deviceId === null ? null : (names.get(deviceId) ?? '') }
    })
  },
})
