// Who belongs to the office, as whole engines see it: by what was signed, whatever stands in the table of machines.
import { expect, test } from 'vitest'
import { join, machine, office, status, until } from './networked.ts'

const nameList = async (one: Parameters<typeof status>[0]): Promise<string[]> =>
  (await status(one)).devices.map(({ name }) => name)

test('a row alone makes no computer of the office, and who is removed is told so', { timeout: 180_000 }, async () => {
  const [host, guest] = [await office(), await machine()]
  await join(host, guest)
  await until(async () => expect(await nameList(guest)).toEqual(['Front desk', 'Back office']))

  await guest.get('devices.admit', { id: 'cd'.repeat(32), name: 'Eve' })
  await until(async () => expect(await host.get('devices.list', {})).toHaveLength(3))
  for (const one of [host, guest]) expect(await nameList(one)).toEqual(['Front desk', 'Back office'])
  expect(await host.ask('network.addAddress', { deviceId: 'cd'.repeat(32), address: '127.0.0.1:9' })).toMatchObject({
    ...{ ok: false, error: { messageKey: 'errors.gone' } },
  })

  const [own, other] = (await status(host)).devices
  expect(await host.ask('devices.remove', { id: own?.id })).toMatchObject({
    ...{ ok: false, error: { messageKey: 'network.removeElsewhere' } },
  })
  await host.get('devices.remove', { id: other?.id })
  expect(await nameList(host)).toEqual(['Front desk'])
  await until(async () => expect(JSON.stringify(await status(guest))).toContain('network.end.removed'))
  expect(await host.ask('devices.remove', { id: other?.id })).toMatchObject({ ok: false, error: { messageKey: 'errors.gone' } })
})
