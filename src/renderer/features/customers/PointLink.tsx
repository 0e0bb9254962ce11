// The link of a phone, e-mail or page: opened by the system's own program.
import { IconArrowUpRight, IconMail, IconPhone } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { OutsideLink } from '#renderer/ui/OutsideLink.tsx'
import type { PointKind } from '#shared/customers/contact-point.ts'
import type { PointReading } from './use-point-reading.ts'

const ICONS = { phone: IconPhone, email: IconMail, website: IconArrowUpRight } as const

export function PointLink({ kind, reading }: { readonly kind: PointKind; readonly reading: PointReading }) {
  const t = useT()
  if (reading.link === null || (kind !== 'phone' && kind !== 'email' && kind !== 'website')) return null
  return <OutsideLink href={reading.link} icon={ICONS[kind]} label={t(`record.point.open_${kind}`, { value: reading.display })} />
}
