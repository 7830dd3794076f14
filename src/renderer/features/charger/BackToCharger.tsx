import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { visibleLine } from '../log/model/visible-text.ts'
import classes from './BackToCharger.module.css'

/** Leads from a page about a charger back to it; an identity may have hundreds of characters. */
export function BackToCharger({ id }: { id: string }) {
  return (
    <Button
      variant="subtle"
      color="gray"
      className={classes.back}
      leftSection={<IconArrowLeft size={14} />}
      title={visibleLine(id)}
      renderRoot={(props) => <Link to="/chargers/$id" params={{ id }} {...props} />}
    >
      <span className={classes.id}>{visibleLine(id)}</span>
    </Button>
  )
}
