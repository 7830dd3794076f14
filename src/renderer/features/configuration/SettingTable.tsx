import { Text } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import type { ConfigurationItem } from '../../../shared/domain/configuration.ts'
import { ChangeNote } from './ChangeNote.tsx'
import classes from './configuration.module.css'
import { SettingName } from './SettingName.tsx'
import type { ShownConfiguration } from './useConfiguration.ts'
import { ValueCell } from './ValueCell.tsx'
import { ValueEditor } from './ValueEditor.tsx'

interface SettingTableProps {
  chargerId: string
  items: ConfigurationItem[]
  /** Why nothing can be changed now; null where it can. */
  whyNot: string | null
  shown: Pick<ShownConfiguration, 'change' | 'changes' | 'dismiss'>
}

/** The settings as rows; only those in sight exist, because a device model has thousands. */
export function SettingTable({ chargerId, items, whyNot, shown }: SettingTableProps) {
  const [edited, setEdited] = useState<string | null>(null)
  const body = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised on what it returns
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => body.current,
    estimateSize: () => 36,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 20,
  })
  return (
    <div className={classes.table} role="table" aria-label="Settings" aria-rowcount={items.length + 1}>
      <div className={classes.head} role="row">
        <span role="columnheader">Setting</span>
        <span role="columnheader">Value</span>
        <span role="columnheader">What it means</span>
      </div>
      <div className={classes.rows} ref={body}>
        <div style={{ height: rows.getTotalSize(), position: 'relative' }} role="rowgroup">
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const item = items[index]
            if (item === undefined) return null
            const change = shown.changes.get(item.key)
            return (
              <div
                key={key}
                ref={rows.measureElement}
                data-index={index}
                className={classes.row}
                role="row"
                aria-label={item.key}
                aria-rowindex={index + 2}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Name item={item} />
                <div role="cell" className={edited === item.key ? classes.wide : undefined}>
                  {edited === item.key ? (
                    <ValueEditor
                      item={item}
                      onCancel={() => setEdited(null)}
                      onSend={(value) => {
                        setEdited(null)
                        void shown.change(item.key, value)
                      }}
                    />
                  ) : (
                    <ValueCell item={item} whyNot={whyNot} onEdit={() => setEdited(item.key)} />
                  )}
                  {change !== undefined && (
                    <ChangeNote chargerId={chargerId} name={item.key} change={change} onDismiss={() => shown.dismiss(item.key)} />
                  )}
                </div>
                {edited !== item.key && <Meaning item={item} />}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function Name({ item }: { item: ConfigurationItem }) {
  return (
    <div role="cell" className={classes.name}>
      <SettingName name={item.key} />
    </div>
  )
}

function Meaning({ item }: { item: ConfigurationItem }) {
  return (
    <div role="cell">
      {item.meaning === null ? (
        <Text size="sm" c="dimmed">
          {item.standard ? '' : 'The vendor’s own: the standard does not know it.'}
        </Text>
      ) : (
        <Text size="sm" title={item.clause ?? undefined}>
          {item.meaning} <span className={classes.profile}>{item.profile}</span>
        </Text>
      )}
    </div>
  )
}
