// Where the office network listens, if a test says so: `KITH_NETWORK=127.0.0.1:40123`, there alone and without announcements.
import type { EngineOptions } from '#main/engine/engine-options.ts'
import { parseAddress } from '#main/net/addresses.ts'

/** For the engine's options. Throws an AppError for what is no address. */
export const networkPlaceOf = (variable: string | undefined): Pick<EngineOptions, 'networkPlace'> =>
  variable ? { networkPlace: { ...parseAddress(variable), isSilent: true } } : {}
