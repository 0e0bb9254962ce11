// A link between two machines: what was sent arrives, the faster is held back, and whoever is gone is noticed.
import { afterEach, expect, test } from 'vitest'
import { LinkError } from '#main/net/link.ts'
import { bytes, call, closeAll, linked, machines, openDoor, until, wireTo } from './loopback.ts'

afterEach(closeAll)

const TEXT = 16
const CHUNK = 17
const limits = new Map([
  [TEXT, 1024],
  [CHUNK, 1024 * 1024],
])

test('both sides know who the other is, and hold the same secret of the channel', async () => {
  const { near, far } = await linked()

  expect([near.deviceId, near.side]).toEqual([machines.host.deviceId, 'dialled'])
  expect([far.deviceId, far.side]).toEqual([machines.guest.deviceId, 'accepted'])
  expect(near.exporter).toEqual(far.exporter)
  expect(near.exporter).toHaveLength(32)
  expect(near.remote).toEqual(far.local)
  expect(near.local).toEqual(far.remote)
})

test('no two channels have the same secret', async () => {
  const door = await openDoor()
  const [one, two] = [await call(door.listener.port), await call(door.listener.port)]
  expect(one.exporter).not.toEqual(two.exporter)
})

test('frames arrive in order, both ways, also those that were sent before anyone listened', async () => {
  const { near, far } = await linked()
  for (const word of ['one', 'two', 'three']) near.send(TEXT, Buffer.from(word))
  const heard: string[] = []
  far.onFrame(limits, async ({ payload }) => {
    await new Promise((resolve) => setTimeout(resolve, heard.length === 0 ? 20 : 0))
    heard.push(payload.toString())
    if (heard.length === 3) far.send(CHUNK, Buffer.from(heard.join(' ')))
  })

  const { type, payload } = await near.receive(limits)
  expect([type, payload.toString()]).toEqual([CHUNK, 'one two three'])
})

test('a reader that is slow holds back the sender, and nothing is lost', async () => {
  const { near, far } = await linked()
  const chunk = bytes(256 * 1024)
  const COUNT = 80
  let sent = 0
  const sending = (async () => {
    for (; sent < COUNT; sent += 1) if (!near.send(CHUNK, chunk)) await near.drained()
  })()

  // One is read, then nobody reads: what the system and both ends keep is far less than 20 MB.
  expect((await far.receive(limits)).payload.equals(chunk)).toBe(true)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(sent).toBeLessThan(COUNT)

  for (let read = 1; read < COUNT; read += 1) expect((await far.receive(limits)).payload.equals(chunk)).toBe(true)
  await sending
  expect(sent).toBe(COUNT)
})

test('a machine that never reads is given up before it costs more memory', async () => {
  const { near } = await linked({ call: { unsentBytes: 4 * 1024 * 1024 } })
  const chunk = bytes(1024 * 1024)
  let sent = 0
  while (near.isOpen() && sent < 100) {
    near.send(CHUNK, chunk)
    sent += 1
  }

  expect(sent).toBeLessThan(20)
  expect((await near.closed).end).toBe('unread')
  await expect(near.drained()).rejects.toThrow(LinkError)
  expect(near.send(CHUNK, chunk)).toBe(false)
})

test('a frame that may not come now ends the link at once, with nothing of it handed out', async () => {
  for (const [type, size] of [
    [99, 1],
    [TEXT, 1025],
  ] as const) {
    const { near, far } = await linked()
    near.send(type, Buffer.alloc(size))
    near.send(TEXT, Buffer.from('after it'))

    await expect(far.receive(limits)).rejects.toMatchObject({ end: 'bad_frame' })
    expect((await far.closed).end).toBe('bad_frame')
    await near.closed
  }
})

test('a link closed in peace still delivers what was sent', async () => {
  const { near, far } = await linked()
  const chunk = bytes(1024 * 1024)
  near.send(CHUNK, chunk)
  near.send(TEXT, Buffer.from('bye'))
  near.close()

  expect((await far.receive(limits)).payload.equals(chunk)).toBe(true)
  expect((await far.receive(limits)).payload.toString()).toBe('bye')
  await expect(far.receive(limits)).rejects.toMatchObject({ end: 'left' })
  expect((await near.closed).end).toBe('closed')
  expect((await far.closed).end).toBe('left')
})

test('what came before the other side left is still read, however late', async () => {
  const { near, far } = await linked()
  for (const word of ['one', 'two', 'three']) near.send(TEXT, Buffer.from(word))
  near.close()
  const heard = [(await far.receive(limits)).payload.toString()]
  await far.closed
  for (let count = 0; count < 2; count += 1) heard.push((await far.receive(limits)).payload.toString())

  expect(heard).toEqual(['one', 'two', 'three'])
  await expect(far.receive(limits)).rejects.toMatchObject({ end: 'left' })
})

test('a handler that fails ends the link and says why', async () => {
  const { near, far } = await linked()
  far.onFrame(limits, () => {
    throw new Error('The disk is full')
  })
  near.send(TEXT, Buffer.from('hello'))

  const { end, error } = await far.closed
  expect([end, error?.message]).toEqual(['failed', 'The disk is full'])
  await near.closed
})

test('a cable that is pulled is noticed on both sides by the missing signs of life', async () => {
  const door = await openDoor({ beatMs: 50 })
  const wire = await wireTo(door.listener.port)
  const [near, far] = await Promise.all([call(wire.port, { beatMs: 50 }), door.entry()])
  near.onFrame(limits, () => undefined)
  far.onFrame(limits, () => undefined)

  // Quiet, but alive: the signs of life keep it so.
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect([near.isOpen(), far.isOpen()]).toEqual([true, true])

  wire.cut()
  expect((await near.closed).end).toBe('silent')
  expect((await far.closed).end).toBe('silent')
})

test('a machine that is busy with a frame does not take the other for silent', async () => {
  const { near, far } = await linked({ door: { beatMs: 20 }, call: { beatMs: 20 } })
  let isDone = false
  far.onFrame(limits, async () => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    isDone = true
  })
  near.onFrame(limits, () => undefined)
  near.send(TEXT, Buffer.from('work'))

  await until(() => isDone)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect([near.isOpen(), far.isOpen()]).toEqual([true, true])
})

test('shutting the door ends the links that came in through it, and lets nobody in any more', async () => {
  const door = await openDoor()
  const near = await call(door.listener.port)
  near.onFrame(limits, () => undefined)
  await door.listener.close()

  expect((await near.closed).end).toBe('left')
  await expect(call(door.listener.port)).rejects.toMatchObject({ reason: 'port_closed' })
})
