// Codes and invitation files: how they are made, typed, counted and how they die.
import { describe, expect, test } from 'vitest'
import { readInvitationFile, writeInvitationFile } from '#main/net/invitation-file.ts'
import {
  codeInvitation,
  createCode,
  createInvitation,
  groupedCode,
  openInvitations,
  readCode,
  secretOfCode,
} from '#main/net/invitations.ts'
import { quarantine } from '#main/net/quarantine.ts'
import { bytes, machines } from './loopback.ts'

const NOW = Date.UTC(2026, 10, 22, 8)
const MINUTE = 60_000
const draws = (...numbers: number[]) => {
  const left = numbers.map((number) => Buffer.from(number.toString(16).padStart(8, '0'), 'hex'))
  return () => left.shift() ?? Buffer.alloc(4)
}

describe('a code', () => {
  test('has eight digits, zeros in front too, and is said in two halves', () => {
    expect(createCode(draws(42))).toBe('00000042')
    expect(groupedCode('00000042')).toBe('0000 0042')
  })

  test('is as likely as any other: draws above the last whole hundred million are drawn again', () => {
    expect(createCode(draws(4_199_999_999))).toBe('99999999')
    expect(createCode(draws(4_200_000_000, 4_294_967_295, 7))).toBe('00000007')
  })

  test('is understood however it is typed', () => {
    for (const typed of ['04711815', '0471 1815', ' 0471-1815 ', '０４７１　１８１５', '0471·1815'])
      expect(readCode(typed)).toBe('04711815')
  })

  test('that is no code is refused before anything is tried', () => {
    for (const typed of ['', '0471181', '047118155', '0471181x', '٠٤٧١١٨١٥'])
      expect(() => readCode(typed)).toThrow(expect.objectContaining({ messageKey: 'sync.pairing.code_shape' }))
  })
})

describe('what is open', () => {
  test('a new code takes the place of the one before', () => {
    const invitations = openInvitations(() => NOW)
    invitations.open(codeInvitation('11111111', NOW))
    invitations.open(codeInvitation('22222222', NOW))
    expect(invitations.list()).toHaveLength(1)
    expect(invitations.find('')?.secret).toEqual(secretOfCode('22222222'))
  })

  test('a code lives ten minutes and three tries, a file a week', () => {
    let now = NOW
    const invitations = openInvitations(() => now)
    const { id } = createInvitation(() => Buffer.alloc(16, 1), NOW)
    invitations.open(createInvitation(() => Buffer.alloc(16, 1), NOW))
    invitations.open(codeInvitation('11111111', NOW))
    expect([invitations.fail(''), invitations.fail('')]).toEqual([2, 1])
    expect(invitations.find('')).not.toBeNull()
    expect(invitations.fail('')).toBe(0)
    expect(invitations.find('')).toBeNull()

    invitations.open(codeInvitation('11111111', NOW))
    now += 10 * MINUTE
    expect([invitations.find(''), invitations.find(id)?.id]).toEqual([null, id])
    now = NOW + 7 * 24 * 60 * MINUTE
    expect(invitations.isAnyOpen()).toBe(false)
  })

  test('how one ended is known for ten minutes, and no longer', () => {
    let now = NOW
    const invitations = openInvitations(() => now)
    const file = (fill: number) => createInvitation(() => Buffer.alloc(16, fill), now)
    const [used, withdrawn] = [file(1), file(2)]
    for (const one of [used, withdrawn, codeInvitation('11111111', now)]) invitations.open(one)
    invitations.use(used.id)
    invitations.withdraw(withdrawn.id)
    for (let tries = 0; tries < 3; tries += 1) invitations.fail('')
    const ends = () => [used.id, withdrawn.id, '', 'ff'].map((id) => invitations.endOf(id))
    expect([ends(), invitations.isAnyOpen(), invitations.isAnyKnown()]).toEqual([
      ['used', 'withdrawn', 'code_dead', null],
      false,
      true,
    ])
    now += 10 * MINUTE
    expect([ends(), invitations.isAnyKnown()]).toEqual([[null, null, null, null], false])

    invitations.open(codeInvitation('22222222', now))
    expect(invitations.endOf('')).toBeNull()
    now += 10 * MINUTE
    expect([invitations.endOf(''), invitations.find('')]).toEqual(['expired', null])
    now += 10 * MINUTE
    expect(invitations.endOf('')).toBeNull()
  })

  test('whoever keeps invitations over a restart hears of every change', () => {
    let changes = 0
    const invitations = openInvitations(
      () => NOW,
      () => {
        changes += 1
      },
    )
    invitations.open(codeInvitation('11111111', NOW))
    invitations.fail('')
    invitations.withdraw('')
    invitations.withdraw('')
    expect(changes).toBe(3)
  })
})

describe('the file of an invitation', () => {
  const invitation = createInvitation(bytes, NOW)
  const text = writeInvitationFile({
    office: '杭州办公室',
    deviceId: machines.host.deviceId,
    addresses: [{ host: '192.168.1.20', port: 47_311 }],
    invitation,
  })

  test('says who invites, where, and what proves it', () => {
    const read = readInvitationFile(`\u{feff}${text}`, NOW)
    expect(read).toMatchObject({ office: '杭州办公室', deviceId: machines.host.deviceId, id: invitation.id })
    expect(Buffer.from(read.secret, 'hex')).toEqual(invitation.secret)
  })

  test('is not written where it could not be read', () => {
    const addresses = Array.from({ length: 33 }, (_, index) => ({ host: `192.168.1.${index + 1}`, port: 47_311 }))
    const { deviceId } = machines.host
    expect(() => writeInvitationFile({ office: 'Amselweg', deviceId, addresses, invitation })).toThrow('addresses')
  })

  test('that is too old, cut off, changed or something else is refused', () => {
    expect(() => readInvitationFile(text, invitation.expiresAt)).toThrow(
      expect.objectContaining({ messageKey: 'sync.pairing.expired' }),
    )
    for (const wrong of ['', text.slice(0, -10), text.replace('"version": 1', '"version": 2'), '[]', `"${'x'.repeat(20_000)}"`])
      expect(() => readInvitationFile(wrong, NOW)).toThrow(
        expect.objectContaining({ messageKey: 'sync.pairing.invitation_file' }),
      )
  })
})

describe('a machine that sends broken frames', () => {
  test('is not spoken to for an hour after the third within one', () => {
    let now = NOW
    const ward = quarantine(() => now)
    expect(ward.note('pc-3')).toBe(false)
    now += 61 * MINUTE
    expect(ward.note('pc-3')).toBe(false)
    expect(ward.note('pc-3')).toBe(false)
    expect(ward.until('pc-3')).toBeNull()
    now += MINUTE
    expect(ward.note('pc-3')).toBe(true)
    expect(ward.until('pc-3')).toBe(now + 60 * MINUTE)
    expect(ward.until('pc-4')).toBeNull()

    now += 60 * MINUTE
    expect(ward.until('pc-3')).toBeNull()
  })

  test('is left alone until the time that was told, however far apart the three were', () => {
    let now = NOW
    const ward = quarantine(() => now)
    for (const minutes of [0, 30, 59]) {
      now = NOW + minutes * MINUTE
      ward.note('pc-3')
    }
    const until = NOW + 119 * MINUTE
    for (const minutes of [61, 95, 118]) {
      now = NOW + minutes * MINUTE
      expect(ward.note('pc-3')).toBe(true)
      expect(ward.until('pc-3')).toBe(until)
    }
    now = until
    expect(ward.until('pc-3')).toBeNull()
    expect(ward.note('pc-3')).toBe(false)
  })

  test('may come back when somebody has looked after it', () => {
    const ward = quarantine(() => NOW)
    for (let count = 0; count < 3; count += 1) ward.note('pc-3')
    ward.lift('pc-3')
    expect(ward.until('pc-3')).toBeNull()
  })
})
