// Two machines come to know each other by eight digits. Every link here is real TLS over loopback.
import { connect, createServer as createTlsServer, type TLSSocket } from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import { messages } from '#shared/messages.ts'
import { fourSigns } from '#shared/sync/pairing-signs.ts'
import { lengthsAndValues, sharedKey, startCpace, tagOf } from '#main/net/cpace.ts'
import { codeInvitation, createInvitation, type Invitations, openInvitations, secretOfCode } from '#main/net/invitations.ts'
import type { Link } from '#main/net/link.ts'
import type { ListenOptions } from '#main/net/listen.ts'
import { hostPairing, type Hosted, type HostOptions, joinOffice, type JoinOptions } from '#main/net/pairing.ts'
import { PairingError, pairingReasons } from '#main/net/pairing-error.ts'
import { tlsOptions } from '#main/net/secure-socket.ts'
import { commitmentTo, signsOfPairing } from '#main/net/signs-of-pairing.ts'
import { fuzzPairing } from '../../fuzz/pairing.ts'
import { atTheEnd, bytes, call, closeAll, HOST, linked, machines, openDoor, until, wireTo } from './loopback.ts'

afterEach(closeAll)

const CODE = '04711815'
const WRONG = '04711816'
const about = z.object({ name: z.string() })
const welcome = z.object({ office: z.string(), key: z.string() })
type About = z.infer<typeof about>
type Welcome = z.infer<typeof welcome>

interface Office {
  readonly port: number
  readonly invitations: Invitations
  readonly outcomes: Promise<Hosted<About>>[]
  readonly admitted: string[]
  readonly later: (ms: number) => void
}

/** An office with one code open, on the clock of the test. */
const openOffice = async (options: Partial<HostOptions<About>> = {}, door: Partial<ListenOptions> = {}): Promise<Office> => {
  let now = Date.UTC(2026, 10, 22)
  const invitations = openInvitations(() => now)
  invitations.open(codeInvitation(CODE, now))
  const outcomes: Promise<Hosted<About>>[] = []
  const admitted: string[] = []
  const { listener } = await openDoor({
    isTrusted: () => false,
    isInviting: invitations.isAnyKnown,
    onPairing: (link) => {
      const outcome = hostPairing<About>(link, {
        invitations,
        about,
        randomBytes: bytes,
        admit: ({ deviceId, about: { name } }) => {
          admitted.push(`${name} ${deviceId}`)
          return { office: 'Amselweg', key: 'the key of the workspace' }
        },
        ...options,
      })
      outcome.catch(() => undefined)
      outcomes.push(outcome)
    },
    ...door,
  })
  return { port: listener.port, invitations, outcomes, admitted, later: (ms) => void (now += ms) }
}

const toPair = { purpose: 'pair', expects: null } as const
const joinOver = (link: Link, options: Partial<JoinOptions<Welcome>> = {}) =>
  joinOffice(link, {
    invitationId: '',
    secret: secretOfCode(CODE),
    about: { name: 'PC-3' },
    welcome,
    randomBytes: bytes,
    ...options,
  })
const join = async (port: number, options: Partial<JoinOptions<Welcome>> = {}) => joinOver(await call(port, toPair), options)

describe('with the right code', () => {
  test('both know whom to trust, and the new machine has what a member needs', async () => {
    const office = await openOffice()
    const joined = await join(office.port)

    expect(joined).toEqual({
      deviceId: machines.host.deviceId,
      welcome: { office: 'Amselweg', key: 'the key of the workspace' },
      signs: expect.any(Array),
    })
    expect(await office.outcomes[0]).toEqual({
      deviceId: machines.guest.deviceId,
      about: { name: 'PC-3' },
      invitationId: '',
      signs: joined.signs,
      isConfirmed: true,
    })
  })

  test('both have the same four signs to compare, and another pairing with the same code has others', async () => {
    const pairOnce = async () => {
      const office = await openOffice()
      const { signs } = await join(office.port)
      expect((await office.outcomes[0])?.signs).toEqual(signs)
      expect(fourSigns.parse(signs)).toEqual(signs)
      return signs.join()
    }
    const seen = [await pairOnce(), await pairOnce(), await pairOnce()]
    expect(new Set(seen).size).toBe(3)
  })

  test('nobody on the wire reads a word of it', async () => {
    const office = await openOffice()
    const wire = await wireTo(office.port)
    await join(wire.port)
    const heard = wire.heard()

    expect(heard.length).toBeGreaterThan(1500)
    const secrets = [CODE, 'Amselweg', 'PC-3', 'the key of the workspace', 'CN=Kith', 'Kith', '"key"']
    expect(secrets.filter((secret) => heard.includes(secret))).toEqual([])
  })

  test('the code is used up, and says so for ten minutes', async () => {
    const office = await openOffice()
    await join(office.port)
    await expect(join(office.port)).rejects.toMatchObject({ reason: 'used' })
    office.later(10 * 60_000)
    await expect(join(office.port)).rejects.toMatchObject({ reason: 'refused' })
  })

  test('a machine that the office does not take in is told so', async () => {
    const office = await openOffice({
      admit: () => {
        throw new AppError('conflict', 'errors.internal')
      },
    })
    await expect(join(office.port)).rejects.toMatchObject({ reason: 'declined' })
    await expect(office.outcomes[0]).rejects.toMatchObject({ code: 'conflict' })
  })

  test('a machine that goes away before the last word was taken in all the same', async () => {
    const office = await openOffice()
    const link = await call(office.port, toPair)
    await expect(joinOver(link, { welcome: z.never() })).rejects.toMatchObject({ reason: 'other_version' })
    expect(await office.outcomes[0]).toMatchObject({ isConfirmed: false, about: { name: 'PC-3' } })
  })

  test('a machine that says of itself what nobody understands is of another version', async () => {
    const office = await openOffice()
    await expect(join(office.port, { about: { nom: 'PC-3' } })).rejects.toBeInstanceOf(PairingError)
    await expect(office.outcomes[0]).rejects.toMatchObject({ reason: 'other_version' })
    expect(office.admitted).toEqual([])
  })

  test('the file of an invitation works as the code does, beside it', async () => {
    const office = await openOffice()
    const invitation = createInvitation(bytes, Date.UTC(2026, 10, 22))
    office.invitations.open(invitation)
    await join(office.port, { invitationId: invitation.id, secret: invitation.secret })

    expect(await office.outcomes[0]).toMatchObject({ invitationId: invitation.id })
    expect(office.invitations.list().map(({ id }) => id)).toEqual([''])
    await expect(join(office.port, { invitationId: invitation.id, secret: invitation.secret })).rejects.toMatchObject({
      reason: 'used',
    })
    await expect(join(office.port, { invitationId: 'ab'.repeat(8), secret: invitation.secret })).rejects.toMatchObject({
      reason: 'no_invitation',
    })
  })
})

describe('with a wrong code', () => {
  const wrong = { secret: secretOfCode(WRONG) }

  test('nothing is handed over, and the third try kills the code', async () => {
    const office = await openOffice()
    await expect(join(office.port, wrong)).rejects.toMatchObject({
      reason: 'wrong_code',
      params: { tries: 2 },
      code: 'forbidden',
    })
    await expect(office.outcomes[0]).rejects.toMatchObject({ reason: 'wrong_code', params: { tries: 2 } })
    await expect(join(office.port, wrong)).rejects.toMatchObject({ reason: 'wrong_code', params: { tries: 1 } })
    await expect(join(office.port, wrong)).rejects.toMatchObject({ reason: 'code_dead' })

    // Right or wrong makes no difference any more: nobody learns which it was.
    for (const secret of [CODE, WRONG])
      await expect(join(office.port, { secret: secretOfCode(secret) })).rejects.toMatchObject({ reason: 'code_dead' })
    expect(office.admitted).toEqual([])
  })

  test('a code that was taken back says so', async () => {
    const office = await openOffice()
    office.invitations.withdraw('')
    await expect(join(office.port)).rejects.toMatchObject({ reason: 'withdrawn' })
  })

  test('a typing mistake costs a try, and the right code still works', async () => {
    const office = await openOffice()
    await expect(join(office.port, wrong)).rejects.toMatchObject({ reason: 'wrong_code' })
    expect((await join(office.port)).welcome.office).toBe('Amselweg')
  })

  test('three tries are three, however many are made at once', async () => {
    const office = await openOffice()
    const links = await Promise.all([1, 2, 3, 4].map(() => call(office.port, toPair)))
    const outcomes = await Promise.allSettled(links.map((link) => joinOver(link, wrong)))
    const reasons = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.reason : 'joined'))

    const count = (reason: string): number => reasons.filter((one) => one === reason).length
    expect([count('wrong_code'), count('code_dead')]).toEqual([2, 2])
    expect(office.invitations.isAnyOpen()).toBe(false)
  })

  test('a right try that began before the code died comes too late, its proof too', async () => {
    const office = await openOffice()
    const [early, later] = [await call(office.port, toPair), await call(office.port, toPair)]
    const held: (() => void)[] = []
    const send: Link['send'] = (type, payload) => {
      if (type !== 18) return early.send(type, payload)
      held.push(() => void early.send(type, payload))
      return true
    }
    const joining = joinOver({ ...early, send })
    joining.catch(() => undefined)
    await until(() => held.length > 0)
    for (let count = 0; count < 3; count += 1) await expect(join(office.port, wrong)).rejects.toBeInstanceOf(PairingError)

    for (const sayProof of held) sayProof()
    await expect(joining).rejects.toMatchObject({ reason: 'code_dead' })
    await expect(joinOver(later)).rejects.toMatchObject({ reason: 'code_dead' })
    expect(office.admitted).toEqual([])
  })

  test('after ten minutes the right code is wrong, too', async () => {
    const office = await openOffice()
    const early = await call(office.port, toPair)
    office.later(10 * 60_000 - 1)
    expect(office.invitations.isAnyOpen()).toBe(true)
    office.later(1)
    await expect(joinOver(early)).rejects.toMatchObject({ reason: 'expired' })
    await expect(join(office.port)).rejects.toMatchObject({ reason: 'expired' })
    office.later(10 * 60_000)
    await expect(join(office.port)).rejects.toMatchObject({ reason: 'refused' })
  })
})

describe('someone in the middle', () => {
  /** Ends the TLS of both machines with its own key, and passes on what they say. */
  const standBetween = async (port: number, change: (chunk: Buffer) => Buffer = (chunk) => chunk): Promise<number> => {
    const options = { ...tlsOptions(machines.stranger), ALPNProtocols: ['kith-pair/1'] }
    const server = createTlsServer(options, (near: TLSSocket) => {
      const far = connect({ host: HOST, port, ...options })
      for (const [from, to] of [[near, far] as const, [far, near] as const]) {
        from.on('data', (chunk: Buffer) => to.write(change(chunk)))
        from.on('error', () => from.destroy())
        from.on('close', () => to.end())
      }
      atTheEnd(() => void far.destroy())
    })
    await new Promise<void>((resolve) => server.listen({ port: 0, host: HOST }, resolve))
    atTheEnd(() => void server.close())
    const at = server.address()
    return typeof at === 'object' && at ? at.port : 0
  }

  test('is refused by both sides, though both typed the right code', async () => {
    const office = await openOffice()
    await expect(join(await standBetween(office.port))).rejects.toMatchObject({ reason: 'wrong_code' })
    await expect(office.outcomes[0]).rejects.toMatchObject({ reason: 'wrong_code', params: { tries: 2 } })
    expect(office.admitted).toEqual([])
  })

  test('is refused by the new machine also where it plays the office itself', async () => {
    const { near, far } = await linked({ door: { isInviting: () => true }, call: toPair })
    const joining = joinOver(near)
    joining.catch(() => undefined)
    const start = await far.receive(new Map([[16, 64]]))
    // A good share, and a confirmation made with a guessed key.
    const share = start.payload.subarray(9, 41)
    far.send(17, Buffer.from('e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76', 'hex'))
    await far.receive(new Map([[18, 80]]))
    far.send(19, tagOf(bytes(64), far.exporter, share))
    await expect(joining).rejects.toMatchObject({ reason: 'not_the_office' })
  })

  test('who knows the code learns what the signs are made of only when he is bound by his share', async () => {
    const { near, far } = await linked({ door: { isInviting: () => true }, call: toPair })
    const joining = joinOver(near)
    const start = await far.receive(new Map([[16, 64]]))
    const [share, commitment] = [start.payload.subarray(9, 41), start.payload.subarray(41)]
    // The office as somebody else would play it who read the code.
    const context = lengthsAndValues(Buffer.from('kith-pair/1'), Buffer.from(far.deviceId, 'hex'), Buffer.from(far.ownId, 'hex'))
    const side = startCpace('responder', { secret: secretOfCode(CODE), sessionId: far.exporter, context }, bytes)
    far.send(17, side.share)
    const proof = await far.receive(new Map([[18, 80]]))
    const [key, nonce] = [sharedKey(side, share), proof.payload.subarray(64)]
    far.send(19, tagOf(key, far.exporter, side.share))
    await far.receive(new Map([[20, 8192]]))
    far.send(21, Buffer.from(JSON.stringify({ office: 'Amselweg', key: 'of a thief' })))

    expect(nonce).toHaveLength(16)
    expect(commitmentTo(nonce)).toEqual(commitment)
    const { signs } = await joining
    expect(signs).toEqual(signsOfPairing(key, far.exporter, nonce))
    // Everything else being the same, it is the nonce that makes them.
    const others = Array.from({ length: 20 }, () => signsOfPairing(key, far.exporter, bytes(16)).join())
    expect(new Set(others).size).toBe(20)
  })

  test.each([
    ['other than it was bound to', (nonce: Buffer) => Buffer.from(nonce.map((byte, at) => (at === 0 ? byte ^ 1 : byte)))],
    ['shorter', (nonce: Buffer) => nonce.subarray(1)],
    ['missing', () => Buffer.alloc(0)],
  ])('a nonce that is %s costs a try, though the code is right', async (_, change) => {
    const office = await openOffice()
    const link = await call(office.port, toPair)
    const send: Link['send'] = (type, payload = Buffer.alloc(0)) =>
      link.send(type, type === 18 ? Buffer.concat([payload.subarray(0, 64), change(Buffer.from(payload.subarray(64)))]) : payload)
    await expect(joinOver({ ...link, send })).rejects.toMatchObject({ reason: 'wrong_code', params: { tries: 2 } })
    expect(office.admitted).toEqual([])
  })

  test('who sends a machine’s own words back to it is refused', async () => {
    const { near, far } = await linked({ door: { isInviting: () => true }, call: toPair })
    const joining = joinOver(near)
    joining.catch(() => undefined)
    const start = await far.receive(new Map([[16, 64]]))
    far.send(17, start.payload.subarray(9, 41))
    await expect(joining).rejects.toMatchObject({ reason: 'not_the_office' })
  })

  test('the proof of one channel is worth nothing on another', async () => {
    const office = await openOffice()
    const link = await call(office.port, toPair)
    await expect(joinOver({ ...link, exporter: bytes(32) })).rejects.toMatchObject({ reason: 'wrong_code' })
  })

  test('the proof for one machine is worth nothing for another', async () => {
    const office = await openOffice()
    const link = await call(office.port, toPair)
    await expect(joinOver({ ...link, ownId: machines.stranger.deviceId })).rejects.toMatchObject({ reason: 'wrong_code' })
  })
})

describe('a machine that does not keep to the order', () => {
  test('is put out, and it costs no try', async () => {
    const office = await openOffice()
    const said: [number, Buffer][][] = [
      [[20, Buffer.from('{"name":"PC-3"}')]],
      [[18, bytes(80)]],
      [[16, bytes(64)]],
      [[16, Buffer.concat([Buffer.from([2]), Buffer.alloc(8), bytes(48)])]],
      [[16, Buffer.alloc(0)]],
      [[16, Buffer.concat([Buffer.from([2]), Buffer.alloc(56)])]],
    ]
    for (const frames of said) {
      const link = await call(office.port, toPair)
      for (const [type, payload] of frames) link.send(type, payload)
      link.onFrame(
        new Map([
          [17, 64],
          [23, 2],
        ]),
        () => link.close(),
      )
      await link.closed
    }
    for (const outcome of office.outcomes) await expect(outcome).rejects.toBeInstanceOf(PairingError)
    expect(office.invitations.list()).toMatchObject([{ triesLeft: 3 }])
    expect(office.admitted).toEqual([])
  })

  test('or says anything at all, is let in by none of 150 offices', async () => {
    const { reasons } = await fuzzPairing(150, 20_261_122)
    for (const reason of ['interrupted', 'wrong_code', 'no_invitation', 'other_version'])
      expect(reasons[reason]).toBeGreaterThan(5)
  })

  test('or falls silent in the middle, is not waited for', async () => {
    const office = await openOffice({ ms: 100 })
    await call(office.port, toPair)
    await expect(office.outcomes[0]).rejects.toMatchObject({ reason: 'too_slow' })
    const mute = await openDoor({ isInviting: () => true })
    await expect(join(mute.listener.port, { ms: 100 })).rejects.toMatchObject({ reason: 'too_slow' })
  })
})

test('every way in which a pairing fails has its sentence', () => {
  for (const reason of pairingReasons) expect(messages.en.get(`sync.pairing.${reason}`)).toBeDefined()
})
