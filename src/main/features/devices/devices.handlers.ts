// What each procedure of the office's machines does.
import { AppError } from '#shared/base/app-error.ts'
import { MOST_DEVICES } from '#shared/devices/devices.contract.ts'
import { drawnLetter, freeLetter } from '#shared/devices/series-letter.ts'
import type { WriteTx } from '#main/db/database.ts'
import { readNames } from '#main/records/names.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { insertDevice, listDevices, listEverKnown, ownLetter } from './devices.repository.ts'

const requireDevice = (tx: WriteTx, id: string): void => {
  if (!listDevices(tx).some((device) => device.id === id)) throw new AppError('not_found', 'errors.gone', { id })
}

/** Different for each machine, so that several that draw at once hardly draw the same. */
const drawOf = (deviceId: string): number => Number.parseInt(deviceId.slice(0, 8), 16)

export const devicesHandlers: Handlers['devices'] = {
  list: ({ db }) => listDevices(db),

  everKnown: ({ db }) => listEverKnown(db).map(({ archivedAt, ...device }) => ({ ...device, removedAt: archivedAt })),

  lastUsers: ({ db, log }) => {
    const actors = [...log.lastActors()]
    const names = readNames(
      db,
      actors.map(([, rowId]) => ({ table: 'users', rowId })),
    )
    return actors.flatMap(([id, userId]) => {
      const userName = names.of('users', userId)
      return userName === null ? [] : [{ id, userName }]
    })
  },

  admit: ({ tx, actor }, { id, name }) => {
    const known = listEverKnown(tx)
    const before = known.find((device) => device.id === id)
    if (listDevices(tx).length >= MOST_DEVICES && before?.archivedAt !== null)
      throw new AppError('conflict', 'devices.tooMany', { most: MOST_DEVICES })
    const own = ownLetter(tx)
    const letter =
      before?.letter ?? (known.length === 0 ? own : freeLetter([own, ...known.map((device) => device.letter)], known.length))
    if (before) {
      tx.restore('devices', id)
      tx.update('devices', id, { name })
    } else insertDevice(tx, { id, name, letter, addedById: actor.userId })
    const device = listDevices(tx).find((one) => one.id === id)
    if (!device) throw new AppError('not_found', 'errors.gone', { id })
    return device
  },

  settleLetter: ({ tx }, { id, isTold }) => {
    const own = ownLetter(tx)
    const known = listEverKnown(tx)
    const place = known.findIndex((device) => device.id === id)
    const listed = known[place]
    if (!listed) return { letter: own }
    const others = known.filter((device) => device !== listed)
    // Two let in apart may have been given one letter, and a copy goes on with the letter of its original: who came first keeps it.
    const isTaken = known.slice(0, place).some(({ letter }) => letter === own)
    const letter = isTaken ? drawnLetter([own, ...others.map((device) => device.letter)], drawOf(id)) : own
    if (isTaken) tx.takeLetter(letter)
    if ((isTaken || isTold) && listed.letter !== letter) tx.update('devices', id, { letter })
    return { letter }
  },

  rename: ({ tx }, { id, name }) => {
    requireDevice(tx, id)
    tx.update('devices', id, { name })
    return null
  },

  remove: ({ tx }, { id }) => {
    requireDevice(tx, id)
    tx.archive('devices', id)
    return null
  },
}
