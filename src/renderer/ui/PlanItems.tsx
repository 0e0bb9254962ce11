// What every record's menu offers beside its own: log a call, plan something, apply a template. The app shows the dialog that the address
// then names.
import { Menu } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useRecordDialog } from './record-dialog.ts'

/** Inside a `<MoreMenu>`. `hasCall`: logging a call is no button of its own there. */
export function PlanItems({ hasCall = false }: { readonly hasCall?: boolean }) {
  const t = useT()
  const { show } = useRecordDialog()
  return (
    <>
      {hasCall && (
        <Menu.Item rightSection="C" onClick={() => show('call')}>
          {t('call_log.key')}
        </Menu.Item>
      )}
      <Menu.Item rightSection="P" onClick={() => show('plan')}>
        {t('plan.key')}
      </Menu.Item>
      <Menu.Item rightSection="⇧T" onClick={() => show('template')}>
        {t('templates.key')}
      </Menu.Item>
    </>
  )
}
