// Making, opening and replacing the slots of keys.json. Values in, values out: nothing here touches the disk.
import { AppError } from '#shared/base/app-error.ts'
import {
  formatRecoveryKey,
  parseRecoveryKey,
  RECOVERY_KEY_LENGTH,
  RECOVERY_SECRET_BYTES,
} from '#shared/workspace/recovery-key.ts'
import { areWeaker, type DeriveFromPassword } from './argon2.ts'
import { type Argon2Costs, KEY_FILE_VERSION, type KeyFile, type RecoverySlot, type UserSlot } from './key-file.schema.ts'
import { refusal } from './refusal.ts'
import {
  base64,
  checkOf,
  DATA_KEY_BYTES,
  isDataKeyOf,
  IV_BYTES,
  recoveryWrappingKey,
  SALT_BYTES,
  seal,
  unseal,
} from './sealing.ts'

/** Where new keys, ids and moments come from. */
export interface KeySources {
  readonly randomBytes: (size: number) => Uint8Array
  readonly newId: () => string
  readonly at: () => string
  readonly derive: DeriveFromPassword
  readonly costs: Argon2Costs
}

export interface Person {
  readonly userId: string
  readonly name: string
  readonly password: string
}

export interface NewKeys {
  readonly file: KeyFile
  readonly dataKey: Uint8Array
  /** Shown once and kept nowhere. */
  readonly recoveryKey: string
}

export const makeKeys = async (sources: KeySources, person: Person, workspaceId = sources.newId()): Promise<NewKeys> => {
  const dataKey = sources.randomBytes(DATA_KEY_BYTES)
  const of = { v: KEY_FILE_VERSION, workspaceId } as const
  const user = await sealForUser(sources, of, dataKey, person)
  const recovery = sealForRecovery(sources, of, dataKey)
  const check = checkOf(dataKey, workspaceId)
  return {
    file: { ...of, check, cipher: 'aegis', slots: [user, recovery.slot] },
    dataKey,
    recoveryKey: recovery.recoveryKey,
  }
}

export const userSlots = (file: KeyFile): UserSlot[] => file.slots.filter((slot) => slot.kind === 'user')
export const isConfirmed = (file: KeyFile): boolean =>
  file.slots.some((slot) => slot.kind === 'recovery' && slot.confirmedAt !== null)

/** The slot of the person named; without a name, that of the only person. */
export const findUserSlot = (file: KeyFile, name: string | null): UserSlot => {
  const slots = userSlots(file)
  const [only] = slots
  if (name === null) {
    if (only && slots.length === 1) return only
    throw refusal('invalid_input', 'workspace.userNeeded')
  }
  const wanted = name.normalize('NFKC')
  const slot = slots.find((one) => one.label.normalize('NFKC') === wanted)
  if (!slot) throw refusal('invalid_input', 'workspace.userUnknown', { name })
  return slot
}

/** The data key; throws `workspace.passwordWrong`. */
export const openWithPassword = async (
  derive: DeriveFromPassword,
  file: KeyFile,
  slot: UserSlot,
  password: string,
): Promise<Uint8Array> => {
  // No slot was made with an empty one, and the derivation takes none.
  if (password === '') throw refusal('invalid_input', 'workspace.passwordWrong')
  const wrappingKey = await derive({ password, salt: Buffer.from(slot.kdf.salt, 'base64'), costs: slot.kdf })
  const dataKey = unseal(slot, wrappingKey, { v: file.v, workspaceId: file.workspaceId, slotId: slot.id })
  wrappingKey.fill(0)
  if (!dataKey) throw refusal('invalid_input', 'workspace.passwordWrong')
  return proved(file, dataKey)
}

/** The data key; throws what is wrong with the key as typed, or `workspace.recoveryKeyWrong`. */
export const openWithRecoveryKey = (file: KeyFile, typed: string): Uint8Array => {
  const parsed = parseRecoveryKey(typed)
  if (!parsed.ok) {
    throw parsed.reason === 'length'
      ? refusal('invalid_input', 'workspace.recoveryKeyLength', { found: parsed.found, expected: RECOVERY_KEY_LENGTH })
      : refusal('invalid_input', 'workspace.recoveryKeyMistyped', {
          groups: parsed.groups.join(', '),
          count: parsed.groups.length,
        })
  }
  for (const slot of file.slots.filter((one) => one.kind === 'recovery')) {
    const wrappingKey = recoveryWrappingKey(parsed.secret, Buffer.from(slot.kdf.salt, 'base64'))
    const dataKey = unseal(slot, wrappingKey, { v: file.v, workspaceId: file.workspaceId, slotId: slot.id })
    if (dataKey) return proved(file, dataKey)
  }
  throw refusal('invalid_input', 'workspace.recoveryKeyWrong')
}

/** The person's slot anew, under another password. */
export const withPassword = async (sources: KeySources, file: KeyFile, dataKey: Uint8Array, person: Person): Promise<KeyFile> => {
  const slot = await sealForUser(sources, file, dataKey, person)
  return { ...file, slots: [...file.slots.filter((old) => old.userId !== person.userId), slot] }
}

/** The same password under today's costs, or `null` if the slot has them already. */
export const strengthened = async (
  sources: KeySources,
  file: KeyFile,
  dataKey: Uint8Array,
  slot: UserSlot,
  password: string,
): Promise<KeyFile | null> =>
  areWeaker(slot.kdf, sources.costs)
    ? withPassword(sources, file, dataKey, { userId: slot.userId, name: slot.label, password })
    : null

/** A new recovery key; the old one opens nothing any more. */
export const withNewRecoveryKey = (sources: KeySources, file: KeyFile, dataKey: Uint8Array): Omit<NewKeys, 'dataKey'> => {
  const { slot, recoveryKey } = sealForRecovery(sources, file, dataKey)
  return { file: { ...file, slots: [...file.slots.filter((old) => old.kind !== 'recovery'), slot] }, recoveryKey }
}

export const withConfirmedRecoveryKey = (file: KeyFile, at: string): KeyFile => ({
  ...file,
  slots: file.slots.map((slot) => (slot.kind === 'recovery' ? { ...slot, confirmedAt: slot.confirmedAt ?? at } : slot)),
})

type SealedFor = Pick<KeyFile, 'v' | 'workspaceId'>

const sealForUser = async (
  sources: KeySources,
  { v, workspaceId }: SealedFor,
  dataKey: Uint8Array,
  person: Person,
): Promise<UserSlot> => {
  const id = sources.newId()
  const salt = sources.randomBytes(SALT_BYTES)
  const wrappingKey = await sources.derive({ password: person.password, salt, costs: sources.costs })
  const place = { v, workspaceId, slotId: id }
  const sealed = seal(dataKey, wrappingKey, sources.randomBytes(IV_BYTES), place)
  wrappingKey.fill(0)
  const kdf = { name: 'argon2id' as const, salt: base64(salt), ...sources.costs }
  return { id, kind: 'user', userId: person.userId, label: person.name, kdf, ...sealed, createdAt: sources.at() }
}

const sealForRecovery = (
  sources: KeySources,
  { v, workspaceId }: SealedFor,
  dataKey: Uint8Array,
): { slot: RecoverySlot; recoveryKey: string } => {
  const id = sources.newId()
  const secret = sources.randomBytes(RECOVERY_SECRET_BYTES)
  const salt = sources.randomBytes(SALT_BYTES)
  const place = { v, workspaceId, slotId: id }
  const sealed = seal(dataKey, recoveryWrappingKey(secret, salt), sources.randomBytes(IV_BYTES), place)
  const kdf = { name: 'hkdf-sha256' as const, salt: base64(salt) }
  const slot: RecoverySlot = {
    id,
    kind: 'recovery',
    userId: null,
    label: '',
    kdf,
    ...sealed,
    createdAt: sources.at(),
    confirmedAt: null,
  }
  return { slot, recoveryKey: formatRecoveryKey(secret) }
}

/** GCM already proved the slot; the check proves that it is this workspace's key and not that of a slot copied by hand. */
const proved = (file: KeyFile, dataKey: Uint8Array): Uint8Array => {
  if (!isDataKeyOf(file, dataKey)) throw new AppError('unavailable', 'workspace.keysDamaged')
  return dataKey
}
