// How tall the rows of lists are: the user's preference, for scripts that place rows themselves.
import { createContext, use } from 'react'
import type { Preferences } from '#shared/shell/shell.contract.ts'

export type Density = Preferences['density']

const ROW_HEIGHT: Readonly<Record<Density, number>> = { compact: 32, normal: 36, roomy: 44 }

export const DensityContext = createContext<Density>('normal')

/** In CSS pixels, the same as `--kith-row`. */
export const useRowHeight = (): number => ROW_HEIGHT[use(DensityContext)]
