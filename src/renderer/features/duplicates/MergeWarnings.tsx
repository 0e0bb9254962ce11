// What should be known before records become one.
import { Alert, List } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { MergeWarning } from '#shared/merges/merge.ts'

export function MergeWarnings({ warnings }: { readonly warnings: readonly MergeWarning[] }) {
  const t = useT()
  if (warnings.length === 0) return null
  return (
    <Alert
      color="yellow"
      variant="light"
      radius={0}
      title={t('merges.warnings')}
      icon={<IconAlertTriangle size={18} stroke={1.5} aria-hidden />}
    >
      <List>
        {warnings.map(({ kind, names }) => (
          <List.Item key={kind}>
            {t(`merges.warning.${kind}`, {
              names: kind === 'unique' ? names.map((name) => t.known(`field.${name}`, 'history.as_is', { value: name })) : names,
            })}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
