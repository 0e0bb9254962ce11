// What of an invitation is written down, where writing fails for a while.
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Invitation } from '#main/net/invitations.ts'
import { createInviting } from '#main/sync/inviting.ts'

test('what the disk refused of a file that was taken back is written down with the next change', () => {
  let isFull = false
  let kept: readonly Invitation[] = []
  const inviting = createInviting({
    ...{ nowMs: () => 0, random: randomBytes, files: [], onCode: () => undefined },
    onFiles: (files) => {
      if (isFull) throw new Error('The disk is full.')
      kept = files
    },
  })
  const { id } = inviting.openFile()
  expect(kept).toHaveLength(1)
  isFull = true
  expect(() => inviting.withdraw(id)).toThrow('full')
  isFull = false
  inviting.openCode()
  expect(kept).toEqual([])
})
