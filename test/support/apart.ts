// Two machines of one office, Anna's and Ben's, that work apart and meet when told to.
import type { Actor } from '#main/rpc/handlers.ts'
import { meet } from './replicas.ts'
import { createTestApp, type TestApp } from './test-app.ts'

export interface Apart {
  readonly anna: TestApp
  readonly ben: TestApp
  readonly meet: () => void
  readonly close: () => void
}

export const createApart = async (): Promise<Apart> => {
  const anna = await createTestApp()
  const person: Actor = { userId: '01900000-0000-7000-8000-00000000000b', name: 'Ben Okafor', rights: ['*'] }
  anna.writer.write({ actor: anna.owner.userId, procedure: 'test.fill' }, (tx) => {
    tx.insert('users', { id: person.userId ?? '', name: person.name, canSignIn: false })
  })
  const ben = await createTestApp({ joins: { app: anna, person } })
  return {
    anna,
    ben,
    meet: () => {
      // Neither clock is behind for ever: whoever writes next is later.
      anna.pass(1000)
      ben.pass(1000)
      meet([anna, ben])
    },
    close: () => {
      anna.close()
      ben.close()
    },
  }
}
