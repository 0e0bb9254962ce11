// An office whose words are kept as golden files: always the same machines, names, clocks and changes. Anna, Ben and Cleo wrote something of every kind;
// Dora is new, and hears all of it from Cleo.
import { createECDH, createPrivateKey, createPublicKey } from 'node:crypto'
import { decodeBody } from '#main/db/log/body.ts'
import { type DeviceIdentity, deviceIdOf } from '#main/net/certificate.ts'
import { type Frame, type FrameLimits, frameReader, headOf } from '#main/net/frames.ts'
import type { Link, LinkClosing } from '#main/net/link.ts'
import { sha256 } from '#main/db/log/set-header.ts'
import type { Charter } from '#main/sync/charter.ts'
import { type CharterKeeper, createCharterKeeper } from '#main/sync/charter-keeper.ts'
import { charterTopic } from '#main/sync/charter-topic.ts'
import { messageTypes } from '#main/sync/messages.ts'
import { type Session, type SessionOptions, startSession } from '#main/sync/session.ts'
import { askable } from './linked-machines.ts'
import { type Machine, newMachine, pull } from './replicas.ts'

/** A machine whose key follows from its name; it has no certificate. */
export const goldenIdentity = (name: string): DeviceIdentity => {
  const key = createECDH('prime256v1')
  key.setPrivateKey(sha256(Buffer.from(name)))
  const point = key.getPublicKey()
  const [x, y] = [point.toString('base64url', 1, 33), point.toString('base64url', 33)]
  const d = key.getPrivateKey('base64url')
  const privateKey = createPrivateKey({ key: { kty: 'EC', crv: 'P-256', d, x, y }, format: 'jwk' })
  const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { deviceId: deviceIdOf(createPublicKey(privateKeyPem)), certificatePem: '', privateKeyPem }
}

export interface GoldenOffice {
  readonly cleo: Machine
  readonly dora: Machine
}

/** `introductionOf`: what a machine signed of its origin. */
export const goldenOffice = async (introductionOf: (name: string, originHex: string) => string): Promise<GoldenOffice> => {
  const [anna, ben, cleo, dora] = await Promise.all([newMachine(0), newMachine(1), newMachine(2), newMachine(3)])
  let { now } = anna.clock
  const write = (machine: Machine, procedure: string, work: Parameters<Machine['writer']['write']>[1]): string => {
    machine.clock.now = now += 1000
    const actor = { [anna.originHex]: 'anna', [ben.originHex]: 'ben' }[machine.originHex] ?? null
    return machine.writer.write({ actor, procedure }, work).operation ?? ''
  }
  for (const [name, { writer, originHex }] of Object.entries({ anna, ben, cleo, dora }))
    writer.vouch(new Map([[originHex, introductionOf(name, originHex)]]))
  const berths = Array.from({ length: 300 }, (_, index) => `Berth ${index}`).join(', ')

  write(anna, 'companies.create', (tx) => {
    tx.insert('companies', { id: 'harbour', name: 'Harbour Tools', city: 'Bonn', phone: '+49 30 2339972', employees: 12 })
    tx.insert('companies', { id: 'quay', name: 'Quay' })
  })
  for (let index = 0; index < 6; index++)
    write(anna, 'contacts.create', (tx) => tx.insert('contacts', { id: `lin-${index}`, name: `林 ${index}` }))
  write(anna, 'companies.create', (tx) => tx.insert('companies', { id: 'port', name: '上海港务', description: berths }))
  // A cell that is written again needs a change set of its own.
  write(anna, 'contacts.create', (tx) => {
    tx.insert('contacts', { id: 'erased', name: 'Erased' })
    tx.update('contacts', 'erased', { name: 'Erased twice' })
  })
  const bench = { id: 'bench', name: 'Bench', currency: 'EUR', isDiscontinued: false, unitPriceE4: 1_990_000 }
  write(anna, 'products.create', (tx) => {
    tx.insert('products', bench)
    tx.update('products', 'bench', { name: 'Long bench', isDiscontinued: true })
  })
  write(anna, 'companies.update', (tx) => tx.update('companies', 'harbour', { custom: { s0123456789ab: 'Anchor' } }))
  for (const machine of [ben, cleo]) pull(machine, anna)

  write(ben, 'companies.update', (tx) => tx.update('companies', 'harbour', { city: 'Köln', email: 'ben@harbour.example' }))
  write(ben, 'contacts.update', (tx) => tx.update('contacts', 'lin-5', { city: 'Kiel' }))
  write(cleo, 'companies.update', (tx) => tx.update('companies', 'harbour', { city: 'Kiel', email: 'cleo@harbour.example' }))
  write(cleo, 'companies.archive', (tx) => tx.archive('companies', 'quay'))
  write(cleo, 'contacts.archive', (tx) => tx.archive('contacts', 'lin-5'))
  pull(ben, cleo)
  write(ben, 'conflicts.decide', (tx) => tx.decide('companies', 'harbour', { city: 'Köln' }))
  const mistake = write(ben, 'companies.update', (tx) => tx.update('companies', 'harbour', { phone: '000' }))
  write(ben, 'history.undo', () => ben.writer.logOf(new Set()).undo(mistake))
  write(ben, 'orders.create', (tx) =>
    tx.insert('orders', { id: 'order', number: 'O-1', companyId: 'harbour', status: 'open', currency: 'EUR' }),
  )
  pull(cleo, ben)
  eraseBodies(cleo, 'Erased')
  for (const { writer } of [anna, ben]) writer.close()
  return { cleo, dora }
}

/** Takes out of the log what it says of contacts of a name. */
const eraseBodies = ({ writer: { raw } }: Machine, name: string): void => {
  const loose = raw.prepare<[], { lsn: number; body: Uint8Array }>('SELECT lsn, body FROM sync_change').all()
  raw.exec('UPDATE temp.writing SET open = 1')
  for (const { lsn, body } of loose)
    if (decodeBody(body).g.some(({ r }) => r.some((row) => row.includes(name))))
      raw.prepare('UPDATE sync_change SET body = NULL WHERE lsn = ?').run(lsn)
  raw.exec('UPDATE temp.writing SET open = 0')
}

export interface Line {
  readonly link: Link
  /** What was said over it. */
  readonly said: Frame[]
  /** The frames that may come. */
  readonly limits: Promise<FrameLimits>
  /** The other side says something; resolves when it is dealt with. */
  readonly hear: (frame: Frame) => Promise<void>
}

/** A link without a wire, whose channel is always the same one. `onSaid`: told of each frame. */
export const line = (side: Link['side'], deviceId: string, onSaid: (frame: Frame) => void = () => undefined): Line => {
  const said: Frame[] = []
  const { promise: closed, resolve } = Promise.withResolvers<LinkClosing>()
  const { promise: limits, resolve: limit } = Promise.withResolvers<FrameLimits>()
  const { promise: handled, resolve: handle } = Promise.withResolvers<(frame: Frame) => void | Promise<void>>()
  let isOpen = true
  let hearing = Promise.resolve()
  const end = (how: LinkClosing['end'], error: Error | null): void => {
    isOpen = false
    resolve({ end: how, error })
  }
  const nowhere = { address: '127.0.0.1', port: 1 }
  const link: Link = {
    ...{ ownId: '', deviceId, side, exporter: Buffer.alloc(32, 0x5e), remote: nowhere, local: nowhere, closed },
    send: (type, payload = new Uint8Array()) => {
      const frame = { type, payload: Buffer.from(payload) }
      said.push(frame)
      onSaid(frame)
      return true
    },
    drained: () => Promise.resolve(),
    receive: () => Promise.reject(new Error('Nobody waits for single frames here.')),
    onFrame: (most, handler) => {
      limit(most)
      handle(handler)
    },
    isOpen: () => isOpen,
    close: () => end('closed', null),
    abort: (how, error = new Error(how)) => end(how, error),
  }
  const hear = (frame: Frame): Promise<void> => (hearing = hearing.then(async () => (await handled)(frame)))
  return { link, said, limits, hear }
}

/** Throws a FrameError for what may not come. */
export const framesOf = (bytes: Uint8Array, limits: FrameLimits): Frame[] => {
  const reader = frameReader()
  reader.push(Buffer.from(bytes))
  const frames: Frame[] = []
  for (let frame = reader.next(limits); frame; frame = reader.next(limits)) frames.push(frame)
  return frames
}

export const bytesOf = (frames: readonly Frame[]): Buffer =>
  Buffer.concat(frames.flatMap(({ type, payload }) => [headOf(type, payload.length), payload]))

type Told = Pick<SessionOptions, 'onPeer' | 'onProgress' | 'onEnd'>

/** A machine takes part in the conversation. */
export const join = (machine: Machine, { link }: Line, keeper: CharterKeeper, told: Partial<Told>): Session =>
  startSession({
    ...{ link, ...askable(machine), keys: keeper.keys, nowMs: () => 1000, topics: [charterTopic(keeper)] },
    self: { name: link.side === 'dialled' ? '前台 Cleo' : 'Dora', app: '1.0.0', schema: 8 },
    ...{ onPeer: () => undefined, onProgress: () => undefined, onEnd: () => undefined },
    ...told,
  })

export const keeperOf = (name: string, charter: Charter): CharterKeeper => {
  const random = (): never => {
    throw new Error('No key is made here.')
  }
  return createCharterKeeper({ charter, identity: goldenIdentity(name), random, keep: () => undefined })
}

/** What each of the two said. */
export interface Said {
  readonly dialled: readonly Frame[]
  readonly accepted: readonly Frame[]
}

/** Cleo calls Dora and tells her all, until Dora has said that she has it. */
export const goldenTalk = async (
  { cleo, dora }: GoldenOffice,
  charters: { readonly cleo: Charter; readonly dora: Charter },
): Promise<Said> => {
  const { promise: isDone, resolve, reject } = Promise.withResolvers<void>()
  const onEnd = (end: string, detail: string | null): void => reject(new Error(`${end}: ${String(detail)}`))
  const dialled = line('dialled', goldenIdentity('dora').deviceId, (frame) => void accepted.hear(frame).catch(reject))
  const accepted = line('accepted', goldenIdentity('cleo').deviceId, (frame) => {
    const heard = dialled.hear(frame)
    heard.then(() => frame.type === messageTypes.ack && resolve(), reject)
  })
  const sessions = [
    join(cleo, dialled, keeperOf('cleo', charters.cleo), { onEnd }),
    join(dora, accepted, keeperOf('dora', charters.dora), { onEnd }),
  ]
  try {
    await isDone
    return { dialled: [...dialled.said], accepted: [...accepted.said] }
  } finally {
    for (const { close } of sessions) close('closing')
  }
}
