// The slots of keys.json: who can open the workspace, and who cannot any more.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  findUserSlot,
  isConfirmed,
  makeKeys,
  openWithPassword,
  openWithRecoveryKey,
  strengthened,
  withConfirmedRecoveryKey,
  withNewRecoveryKey,
  withPassword,
} from '#main/workspace/key-slots.ts'
import { keyFile, type KeyFile } from '#main/workspace/key-file.schema.ts'
import { subKey } from '#main/workspace/sealing.ts'
import { quickCosts, testSources } from './key-material.ts'

const sources = testSources()
const lin = { userId: sources.newId(), name: '林晓梅', password: 'correct horse battery' }
const made = await makeKeys(sources, lin)
const open = (file: KeyFile, password: string, name: string | null = null) =>
  openWithPassword(sources.derive, file, findUserSlot(file, name), password)

describe('a password', () => {
  test('opens its slot and no other password does', async () => {
    expect(await open(made.file, lin.password)).toEqual(Buffer.from(made.dataKey))
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: 'grapheme' }), async (other) => {
        fc.pre(other.normalize('NFKC') !== lin.password)
        await expect(open(made.file, other)).rejects.toMatchObject({ messageKey: 'workspace.passwordWrong' })
      }),
      { numRuns: 40 },
    )
  })

  test('may be typed composed or decomposed', async () => {
    const { file, dataKey } = await makeKeys(testSources('accents'), { ...lin, password: 'Café Zoë 1' })
    expect(await open(file, 'Café Zoë 1'.normalize('NFD'))).toEqual(Buffer.from(dataKey))
  })

  test('changed lets the new one in and the old one out', async () => {
    const file = await withPassword(sources, made.file, made.dataKey, { ...lin, password: 'another password' })
    expect(await open(file, 'another password')).toEqual(Buffer.from(made.dataKey))
    await expect(open(file, lin.password)).rejects.toMatchObject({ messageKey: 'workspace.passwordWrong' })
    expect(file.slots).toHaveLength(2)
  })

  test('an empty password is a wrong one', async () => {
    await expect(open(made.file, '')).rejects.toMatchObject({ messageKey: 'workspace.passwordWrong' })
  })

  test('kept under weak costs is sealed again under stronger ones', async () => {
    const stronger = testSources('stronger', { costs: { ...quickCosts, passes: 2 } })
    const slot = findUserSlot(made.file, null)
    const file = await strengthened(stronger, made.file, made.dataKey, slot, lin.password)
    if (!file) throw new Error('Nothing was strengthened')
    expect(findUserSlot(file, null).kdf).toMatchObject({ passes: 2 })
    expect(await open(file, lin.password)).toEqual(Buffer.from(made.dataKey))
    expect(await strengthened(stronger, file, made.dataKey, findUserSlot(file, null), lin.password)).toBeNull()
  })
})

describe('the recovery key', () => {
  test('opens the workspace', () => {
    expect(openWithRecoveryKey(made.file, made.recoveryKey.toLowerCase())).toEqual(Buffer.from(made.dataKey))
  })

  test('of another workspace is told from a mistyped one', async () => {
    const other = await makeKeys(testSources('other'), lin)
    expect(() => openWithRecoveryKey(made.file, other.recoveryKey)).toThrow(
      expect.objectContaining({ messageKey: 'workspace.recoveryKeyWrong' }),
    )
    const last = made.recoveryKey.at(-1) === '0' ? '1' : '0'
    expect(() => openWithRecoveryKey(made.file, made.recoveryKey.slice(0, -1) + last)).toThrow(
      expect.objectContaining({ messageKey: 'workspace.recoveryKeyMistyped', params: { groups: '8', count: 1 } }),
    )
    expect(() => openWithRecoveryKey(made.file, made.recoveryKey.slice(6))).toThrow(
      expect.objectContaining({ messageKey: 'workspace.recoveryKeyLength', params: { found: 35, expected: 40 } }),
    )
  })

  test('renewed is a new one, the old one is void, and it waits to be typed back', () => {
    const confirmed = withConfirmedRecoveryKey(made.file, sources.at())
    expect(isConfirmed(confirmed)).toBe(true)
    const renewed = withNewRecoveryKey(sources, confirmed, made.dataKey)
    expect(isConfirmed(renewed.file)).toBe(false)
    expect(openWithRecoveryKey(renewed.file, renewed.recoveryKey)).toEqual(Buffer.from(made.dataKey))
    expect(() => openWithRecoveryKey(renewed.file, made.recoveryKey)).toThrow(
      expect.objectContaining({ messageKey: 'workspace.recoveryKeyWrong' }),
    )
  })
})

describe('keys.json', () => {
  test('holds neither key nor password', () => {
    const text = JSON.stringify(made.file)
    const secret = Buffer.from(made.dataKey)
    for (const form of ['hex', 'base64', 'base64url'] as const) expect(text).not.toContain(secret.toString(form))
    expect(text).not.toContain(lin.password)
    expect(text).not.toContain(made.recoveryKey)
  })

  test('with one byte changed anywhere in a slot never gives a wrong key', async () => {
    const slot = findUserSlot(made.file, null)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('iv', 'ct', 'tag'),
        fc.nat(11),
        fc.integer({ min: 1, max: 255 }),
        async (field, index, change) => {
          const bytes = Buffer.from(slot[field as 'iv'], 'base64')
          bytes[index] = (bytes[index] ?? 0) ^ change
          const bent = { ...slot, [field]: bytes.toString('base64') }
          await expect(openWithPassword(sources.derive, made.file, bent, lin.password)).rejects.toMatchObject({
            messageKey: 'workspace.passwordWrong',
          })
        },
      ),
      { numRuns: 40 },
    )
  })

  test('refuses a slot carried over from another workspace or moved to another place', async () => {
    const slot = findUserSlot(made.file, null)
    const elsewhere = { ...made.file, workspaceId: sources.newId() }
    await expect(openWithPassword(sources.derive, elsewhere, slot, lin.password)).rejects.toMatchObject({
      messageKey: 'workspace.passwordWrong',
    })
    const moved = { ...slot, id: sources.newId() }
    await expect(openWithPassword(sources.derive, made.file, moved, lin.password)).rejects.toMatchObject({
      messageKey: 'workspace.passwordWrong',
    })
  })

  test('asks who signs in when several can, and knows a name it does not have', async () => {
    const file = await withPassword(sources, made.file, made.dataKey, {
      userId: sources.newId(),
      name: 'Jonas',
      password: 'jonas password',
    })
    expect(() => findUserSlot(file, null)).toThrow(expect.objectContaining({ messageKey: 'workspace.userNeeded' }))
    expect(() => findUserSlot(file, 'Mia')).toThrow(
      expect.objectContaining({ messageKey: 'workspace.userUnknown', params: { name: 'Mia' } }),
    )
    expect(await open(file, 'jonas password', 'Jonas')).toEqual(Buffer.from(made.dataKey))
  })

  test('a file of the first version goes on as one', async () => {
    const first: KeyFile = { ...made.file, v: 1, cipher: 'chacha20', slots: [] }
    const { file } = withNewRecoveryKey(sources, first, made.dataKey)
    const again = await withPassword(sources, file, made.dataKey, {
      userId: sources.newId(),
      name: 'Jonas',
      password: 'jonas password',
    })
    expect(keyFile.parse(again)).toMatchObject({ v: 1, cipher: 'chacha20' })
    expect(await open(again, 'jonas password', 'Jonas')).toEqual(Buffer.from(made.dataKey))
  })

  test('asking for absurd amounts of memory is not believed', () => {
    const [first, ...rest] = made.file.slots
    if (first?.kind !== 'user') throw new Error('The first slot is the user’s')
    const greedy = { ...made.file, slots: [{ ...first, kdf: { ...first.kdf, memory: 2 ** 31 } }, ...rest] }
    expect(keyFile.safeParse(greedy).success).toBe(false)
  })
})

test('keys for different purposes have nothing in common', () => {
  const purposes = ['check', 'local socket', 'attachments', 'backup', 'audit', 'drafts'] as const
  expect(new Set(purposes.map((purpose) => subKey(made.dataKey, purpose).toString('hex'))).size).toBe(purposes.length)
})
