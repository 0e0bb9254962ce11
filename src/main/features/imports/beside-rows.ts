// What rows bring along besides their records: tags, pictures, people by their addresses. Found while rows are read, counted as they come in.
import { peopleOf } from './people-of-row.ts'
import type { Pictures } from './pictures.ts'
import type { Beside, Surroundings } from './surroundings.ts'
import type { TagRegister } from './tags.ts'
import type { World } from './world.ts'

export interface BesideRows extends Beside {
  /** The row comes in with these. */
  readonly take: (around: Surroundings) => void
  readonly photos: () => number
}

export const createBesideRows = (world: World, tags: TagRegister, pictures: Pictures): BesideRows => {
  let photos = 0
  return {
    tagIdOf: tags.idOf,
    pictureOf: pictures.of,
    peopleOf: (reading) => peopleOf(world, reading),
    take: (around) => {
      for (const name of around.tags) tags.ensure(name)
      if (around.photo !== null) photos += 1
    },
    photos: () => photos,
  }
}
