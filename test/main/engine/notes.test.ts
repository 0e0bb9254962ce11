// A machine that cannot note how far it has come sends nothing, says so with the folder, and goes on once it can.
import { rmSync, writeFileSync } from 'node:fs'
import { join as inFolder } from 'node:path'
import { expect, test } from 'vitest'
import { company, join, machine, names, office, status, until } from './networked.ts'
import { PASSWORD } from './test-engine.ts'

test('where nothing can be noted the folder is named, until it can', { timeout: 180_000 }, async () => {
  const [host, guest] = [await office(), await machine()]
  await join(host, guest)
  await until(async () => expect((await status(host)).devices.filter(({ isConnected }) => isConnected)).toHaveLength(1))
  const folder = inFolder(host.place.base, 'machine')
  const said = { messageKey: 'network.trouble.notes', params: { folder } }

  rmSync(folder, { recursive: true })
  writeFileSync(folder, 'in the way')
  await company(host, 'Nordlicht GmbH')
  await until(async () => expect(await status(host)).toMatchObject({ state: 'trouble', sentence: said }))
  await until(async () => {
    const { devices } = await status(host)
    expect(devices.map(({ trouble }) => trouble)).toEqual([null, 'network.end.own_notes'])
  })
  expect(await names(guest)).toEqual([])
  expect(await host.get('network.test')).toContainEqual({ level: 'trouble', ...said })

  await host.get('workspace.lock')
  await host.get('workspace.unlock', { password: PASSWORD })
  expect(await status(host)).toMatchObject({ state: 'trouble', sentence: said, isOn: true })

  rmSync(folder)
  await company(host, 'Contoso')
  await until(async () => expect(await names(guest)).toEqual(['Contoso', 'Nordlicht GmbH']))
  await until(async () => expect((await status(host)).sentence.messageKey).toBe('network.state.exchanged'))
})
