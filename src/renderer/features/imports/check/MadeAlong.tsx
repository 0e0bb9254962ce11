// What is made on the way because rows name it, and what a stronger source keeps.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Facts } from '#renderer/ui/Facts.tsx'
import type { TablePreview } from '#shared/imports/preview.ts'

const COUNTED = ['companies', 'contacts', 'products', 'orders', 'deals', 'photos'] as const
const NAMED = ['users', 'stages', 'tags'] as const
/** More names than these do not help. */
const MOST_NAMES = 6

export function MadeAlong({
  table: { made, keptByStronger },
}: {
  readonly table: Pick<TablePreview, 'made' | 'keptByStronger'>
}) {
  const t = useT()
  const named = (names: readonly string[]) =>
    names.length <= MOST_NAMES
      ? t('imports.list', { names: [...names] })
      : t('imports.made.many', { names: names.slice(0, MOST_NAMES), count: names.length - MOST_NAMES })

  return (
    <Facts
      isQuiet
      facts={[
        ...COUNTED.filter((what) => made[what] > 0).map((what) => t(`imports.made.${what}`, { count: made[what] })),
        ...NAMED.filter((what) => made[what].length > 0).map((what) => t(`imports.made.${what}`, { names: named(made[what]) })),
        ...(keptByStronger > 0 ? [t('imports.made.kept', { count: keptByStronger })] : []),
      ]}
    />
  )
}
