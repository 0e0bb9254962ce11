import { expect, test } from 'vitest'
import { sendableError } from '#main/engine/sendable-error.ts'
import { describe as inWords } from '#main/shell/log.ts'

test('a fault that crosses from a thread still tells its causes, and nothing that cannot be sent', () => {
  const disk = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR', handle: () => undefined })
  const arrived = structuredClone(sendableError('opening', new Error('not up to date', { cause: disk })))
  expect(inWords(arrived)).toContain('not up to date')
  expect(inWords(arrived)).toContain('caused by Error: disk I/O error')
})
