// An office without fields of its own, for what reads the cells of a file.
import type { OwnFields } from '#shared/imports/own-fields.ts'

export const noOwnFields: OwnFields = { definitions: [], timeZone: 'UTC', find: () => null }
