// What the command line prints of a reply, in words.
import { expect, test } from 'vitest'
import { spokenReply } from '#main/engine/command-line/spoken-reply.ts'

test('several names in a sentence are told as people tell them', () => {
  const params = { addresses: ['192.0.2.77:47311', '192.0.2.78:47311', '[2001:db8::7]:47311'] }
  expect(spokenReply({ ok: false, error: { code: 'unavailable', messageKey: 'network.notReached', params } })).toMatchObject({
    error: { params, message: expect.stringContaining(' at 192.0.2.77:47311, 192.0.2.78:47311, and [2001:db8::7]:47311.') },
  })
})
