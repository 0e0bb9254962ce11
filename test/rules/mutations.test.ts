// The list of faults follows the code: each can still be put in. Whether the suite of the replicas notices them takes half an hour: `test:mutations`.
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { mutated } from '../mutations/mutated.ts'
import { mutations } from '../mutations/mutations.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

test.each(mutations.map((mutation) => [mutation.name, mutation] as const))('“%s” can be put in', (_, mutation) => {
  expect(mutated(project, mutation).size).toBeGreaterThan(0)
})

test('no two have one name', () => {
  expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length)
})
