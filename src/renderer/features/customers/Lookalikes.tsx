// What is there already and looks like the new record: shown while it is typed.
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import type { Reference } from '#shared/base/fields.ts'
import type { CustomValues } from '#shared/custom-fields/custom-values.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { LookalikeStrip } from './LookalikeStrip.tsx'

interface Typed {
  readonly name: string
  readonly phone?: string
  readonly email?: string
  readonly website?: string
  readonly custom?: CustomValues
}

interface LookalikesProps {
  readonly recordType: CustomerType
  readonly typed: Typed
  readonly onLeave?: () => void
  readonly onUse?: (record: Reference) => void
}

const PAUSE_MS = 250

export function Lookalikes({ recordType, typed, onLeave, onUse }: LookalikesProps) {
  const { name, phone = '', email = '', website = '', custom = {} } = typed
  const [key] = useDebouncedValue(JSON.stringify({ name, phone, email, website, custom }), PAUSE_MS)
  // What was made from the words above.
  const asked = JSON.parse(key) as Required<Typed>
  const isAsked =
    [asked.name, asked.phone, asked.email, asked.website].some((value) => value.trim().length > 1) ||
    Object.keys(asked.custom).length > 0
  const found = useQuery({
    ...useApi().duplicates.check({ recordType, ...asked }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  if (!isAsked || !found.data || found.data.length === 0) return null
  return <LookalikeStrip recordType={recordType} found={found.data} onLeave={onLeave} onUse={onUse} />
}
