// Who is put out at the door, before a byte of what they say is read, and what a caller is told about who answers.
import 'reflect-metadata'
import { connect as connectRaw, createServer, type Socket } from 'node:net'
import { connect, type ConnectionOptions, createServer as createTlsServer, type TLSSocket } from 'node:tls'
import { X509CertificateGenerator } from '@peculiar/x509'
import { afterEach, describe, expect, test } from 'vitest'
import { messages } from '#shared/messages.ts'
import { createDeviceIdentity } from '#main/net/certificate.ts'
import { dialReasons } from '#main/net/dial.ts'
import { headOf } from '#main/net/frames.ts'
import { tlsOptions } from '#main/net/secure-socket.ts'
import { atTheEnd, bytes, call, closeAll, HOST, machines, openDoor } from './loopback.ts'

afterEach(closeAll)

const ended = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.on('error', () => undefined)
    if (socket.destroyed) resolve()
    socket.once('close', () => resolve())
    socket.resume()
  })

const rawTo = (port: number): Socket => {
  const socket = connectRaw({ host: HOST, port })
  socket.on('error', () => undefined)
  atTheEnd(() => void socket.destroy())
  return socket
}

/** Says hello by TLS and at once sends a frame that would be good. */
const intrude = async (port: number, options: ConnectionOptions): Promise<Buffer> => {
  const heard: Buffer[] = []
  const socket: TLSSocket = connect({ host: HOST, port, rejectUnauthorized: false, ALPNProtocols: ['kith-sync/1'], ...options })
  atTheEnd(() => void socket.destroy())
  socket.on('data', (chunk: Buffer) => heard.push(chunk))
  socket.on('secureConnect', () => socket.write(Buffer.concat([headOf(16, 2), Buffer.from('{}')])))
  await ended(socket)
  return Buffer.concat(heard)
}

const guest = tlsOptions(machines.guest)

describe('at the door', () => {
  test('a machine that is not paired hears nothing, and nothing of it is read', async () => {
    const door = await openDoor()
    const heard = await intrude(door.listener.port, tlsOptions(machines.stranger))

    expect(await door.refusal()).toEqual({ reason: 'not_trusted', address: HOST, deviceId: machines.stranger.deviceId })
    expect(heard).toHaveLength(0)
    expect(door.links).toEqual([])
  })

  test('a machine without a certificate is put out', async () => {
    const door = await openDoor()
    await intrude(door.listener.port, { minVersion: 'TLSv1.3' })
    expect(await door.refusal()).toMatchObject({ reason: 'no_certificate', deviceId: null })
  })

  test('a key of another kind is put out', async () => {
    const door = await openDoor({ isTrusted: () => true })
    await intrude(door.listener.port, await otherKind())
    expect(await door.refusal()).toMatchObject({ reason: 'other_key' })
  })

  test('a friend that names no protocol is put out', async () => {
    const door = await openDoor()
    const { ALPNProtocols: _none, ...options }: ConnectionOptions = { ...guest, ALPNProtocols: [] }
    const socket = connect({ host: HOST, port: door.listener.port, ...options })
    await ended(socket)
    expect(await door.refusal()).toMatchObject({ reason: 'no_protocol' })
  })

  test('a friend that speaks an older TLS is put out', async () => {
    const door = await openDoor()
    await intrude(door.listener.port, { ...guest, minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' })
    expect(await door.refusal()).toMatchObject({ reason: 'no_handshake' })
  })

  test('nobody can pair while nobody is invited, a friend neither', async () => {
    const door = await openDoor()
    for (const identity of [machines.guest, machines.stranger]) {
      await expect(call(door.listener.port, { identity, purpose: 'pair', expects: null })).rejects.toMatchObject({
        reason: 'refused',
      })
      expect(await door.refusal()).toMatchObject({ reason: 'not_inviting', deviceId: identity.deviceId })
    }
  })

  test('while somebody is invited, a stranger can pair and still not sync', async () => {
    const door = await openDoor({ isInviting: () => true })
    await call(door.listener.port, { identity: machines.stranger, purpose: 'pair', expects: null })
    await expect(call(door.listener.port, { identity: machines.stranger })).rejects.toMatchObject({ reason: 'refused' })
    expect(door.links).toHaveLength(1)
  })

  test('only a few machines can try to pair at once', async () => {
    const door = await openDoor({ isInviting: () => true })
    const asGuest = { purpose: 'pair', expects: null } as const
    for (let count = 0; count < 4; count += 1) await call(door.listener.port, asGuest)
    await expect(call(door.listener.port, asGuest)).rejects.toMatchObject({ reason: 'refused' })
    expect(await door.refusal()).toMatchObject({ reason: 'too_many' })
  })

  test('a web browser and garbage are put out', async () => {
    const door = await openDoor()
    for (const said of [Buffer.from('GET / HTTP/1.1\r\nHost: kith\r\n\r\n'), bytes(4096), Buffer.alloc(4096), headOf(16, 3)]) {
      const socket = rawTo(door.listener.port)
      socket.end(said)
      await ended(socket)
      expect(await door.refusal()).toMatchObject({ reason: 'no_handshake' })
    }
    expect((await call(door.listener.port)).isOpen()).toBe(true)
  })

  test('whoever says nothing, or a byte now and then, loses the seat in time', async () => {
    const door = await openDoor({ handshakeMs: 150 })
    const silent = rawTo(door.listener.port)
    const slow = rawTo(door.listener.port)
    // The beginning of a good hello, which is never finished.
    const hello = Buffer.concat([Buffer.from('16030102000100', 'hex'), Buffer.alloc(400)]).values()
    const drip = setInterval(() => slow.write(Buffer.from([hello.next().value ?? 0])), 10)
    const since = performance.now()
    await Promise.all([ended(silent), ended(slow)])
    clearInterval(drip)

    expect(performance.now() - since).toBeLessThan(3000)
    expect([await door.refusal(), await door.refusal()].map(({ reason }) => reason)).toEqual(['too_slow', 'too_slow'])
  })

  test('one address cannot take all seats, and all together no more than there are', async () => {
    const ofOne = await openDoor({ pendingHandshakesOfOne: 3 })
    for (let count = 0; count < 4; count += 1) rawTo(ofOne.listener.port)
    expect(await ofOne.refusal()).toMatchObject({ reason: 'too_many' })
    expect(ofOne.refused).toHaveLength(1)

    const all = await openDoor({ pendingHandshakes: 5, pendingHandshakesOfOne: 100 })
    for (let count = 0; count < 7; count += 1) rawTo(all.listener.port)
    expect([await all.refusal(), await all.refusal()].map(({ reason }) => reason)).toEqual(['too_many', 'too_many'])
  })

  test('a friend comes in while others keep the seats, and seats become free again', async () => {
    const door = await openDoor({ handshakeMs: 200 })
    for (let count = 0; count < 5; count += 1) rawTo(door.listener.port)
    expect((await call(door.listener.port)).isOpen()).toBe(true)
    for (let count = 0; count < 5; count += 1) expect((await door.refusal()).reason).toBe('too_slow')
    for (let count = 0; count < 5; count += 1) rawTo(door.listener.port)
    expect((await call(door.listener.port)).isOpen()).toBe(true)
  })

  test('a port that is taken is named', async () => {
    const { listener } = await openDoor()
    await expect(openDoor({ port: listener.port })).rejects.toMatchObject({
      messageKey: 'sync.listen.port_taken',
      params: { port: listener.port },
    })
  })

  test('a session cannot be taken up again', async () => {
    const door = await openDoor()
    const sessions: Buffer[] = []
    const first = connect({ host: HOST, port: door.listener.port, ...guest, ALPNProtocols: ['kith-sync/1'] })
    first.on('session', (session) => sessions.push(session))
    const link = await door.entry()
    await new Promise((resolve) => setTimeout(resolve, 100))
    link.close()
    await ended(first)

    const [session] = sessions
    expect(session).toBeDefined()
    const again = connect({
      host: HOST,
      port: door.listener.port,
      ...guest,
      ALPNProtocols: ['kith-sync/1'],
      ...(session && { session }),
    })
    atTheEnd(() => void again.destroy())
    await door.entry()
    expect([again.isSessionReused(), door.refused]).toEqual([false, []])
  })
})

describe('a caller', () => {
  const impostor = async (options: object): Promise<number> => {
    const server = createTlsServer({
      ...tlsOptions(machines.stranger),
      ALPNProtocols: ['kith-sync/1', 'kith-pair/1'],
      ...options,
    })
    server.on('secureConnection', (socket) => {
      socket.on('error', () => undefined)
      socket.write(headOf(1, 0))
    })
    server.on('tlsClientError', (_error, socket) => socket.destroy())
    return listening(server)
  }
  const listening = async (server: ReturnType<typeof createServer>): Promise<number> => {
    await new Promise<void>((resolve) => server.listen({ port: 0, host: HOST }, resolve))
    atTheEnd(() => void server.close())
    const at = server.address()
    return typeof at === 'object' && at ? at.port : 0
  }

  test('does not speak to another machine than it meant', async () => {
    await expect(call(await impostor({}))).rejects.toMatchObject({
      reason: 'other_machine',
      messageKey: 'sync.dial.other_machine',
    })
  })

  test('can mean any of several machines, and still no other', async () => {
    const door = await openDoor()
    const { deviceId } = await call(door.listener.port, { expects: (id) => id === machines.host.deviceId })
    expect(deviceId).toBe(machines.host.deviceId)
    await expect(call(door.listener.port, { expects: () => false })).rejects.toMatchObject({ reason: 'other_machine' })
  })

  test('does not speak to itself, or to a copy of itself', async () => {
    const door = await openDoor({ isInviting: () => true })
    const itself = { identity: machines.host, purpose: 'pair', expects: null } as const
    await expect(call(door.listener.port, itself)).rejects.toMatchObject({ reason: 'itself' })
  })

  test('tells a closed port, something else, another version and silence apart', async () => {
    const gone = createServer()
    const closedPort = await listening(gone)
    await new Promise((resolve) => gone.close(resolve))
    await expect(call(closedPort)).rejects.toMatchObject({ reason: 'port_closed', params: { address: `${HOST}:${closedPort}` } })

    const web = createServer((socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    await expect(call(await listening(web))).rejects.toMatchObject({ reason: 'not_kith' })
    await expect(call(await impostor({ ALPNProtocols: ['kith-sync/2'] }))).rejects.toMatchObject({ reason: 'other_version' })
    await expect(call(await impostor({ ALPNProtocols: undefined }))).rejects.toMatchObject({ reason: 'not_kith' })
    await expect(call(await impostor({ maxVersion: 'TLSv1.2', minVersion: 'TLSv1.2' }))).rejects.toMatchObject({
      reason: 'not_kith',
    })
    await expect(call(1, { host: 'nobody.invalid' })).rejects.toMatchObject({ reason: 'name_unknown' })
    await expect(call(1, { host: 'a\0b' })).rejects.toMatchObject({ reason: 'unreachable' })

    const held: Socket[] = []
    const mute = await listening(createServer((socket) => void held.push(socket)))
    atTheEnd(() => {
      for (const socket of held) socket.destroy()
    })
    await expect(call(mute, { ms: 100 })).rejects.toMatchObject({ reason: 'no_answer' })
  })

  test('takes no Kith that is too full to talk for something else', async () => {
    const door = await openDoor({ pendingHandshakes: 0 })
    await expect(call(door.listener.port)).rejects.toMatchObject({ reason: 'no_answer' })
  })

  test('can be called off', async () => {
    const held: Socket[] = []
    const mute = await listening(createServer((socket) => void held.push(socket)))
    atTheEnd(() => {
      for (const socket of held) socket.destroy()
    })
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 30)
    await expect(call(mute, { signal: controller.signal })).rejects.toMatchObject({ reason: 'cancelled', code: 'cancelled' })
    await expect(call(mute, { signal: AbortSignal.abort() })).rejects.toMatchObject({ reason: 'cancelled' })
  })

  test('whose pairing was taken back learns it', async () => {
    const identity = await createDeviceIdentity()
    const door = await openDoor()
    await expect(call(door.listener.port, { identity })).rejects.toMatchObject({ reason: 'refused' })
  })
})

test('every reason why a call led to nobody has its sentence', () => {
  for (const reason of dialReasons) expect(messages.en.get(`sync.dial.${reason}`)).toBeDefined()
})

/** A certificate over a key that Kith never makes. */
const otherKind = async (): Promise<ConnectionOptions> => {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, true, ['sign', 'verify'])
  const signingAlgorithm = { name: 'ECDSA', hash: 'SHA-384' }
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Kith',
    serialNumber: '01',
    keys,
    signingAlgorithm,
  })
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  return { cert: certificate.toString('pem'), key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n` }
}
