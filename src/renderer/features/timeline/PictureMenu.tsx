import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconPhotoDown } from '@tabler/icons-react'
import { useState } from 'react'
import { tellProblem } from '../../ui/problem.ts'
import { useScheme } from '../../ui/state.tsx'
import type { TimelinePicture } from '../../../shared/timeline/picture/index.ts'
import { savePng, saveSvg } from './savePicture.ts'

/** Saves what is visible, or the selected time, as a picture. */
export function PictureMenu({ picture, selected }: { picture: () => TimelinePicture; selected: boolean }) {
  const scheme = useScheme()
  const [onWhite, setOnWhite] = useState(true)
  const look = onWhite ? 'light' : scheme
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Tooltip label="Save as a picture">
          <ActionIcon aria-label="Save as a picture">
            <IconPhotoDown size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{selected ? 'The selected time' : 'What is visible'}</Menu.Label>
        <Menu.Item onClick={() => void savePng(picture(), look).catch(failed)}>PNG, for a message or a report</Menu.Item>
        <Menu.Item onClick={() => saveSvg(picture(), look)}>SVG, sharp at any size</Menu.Item>
        <Menu.Divider />
        <Menu.CheckboxItem closeMenuOnClick={false} checked={onWhite} onChange={setOnWhite}>
          On white
        </Menu.CheckboxItem>
      </Menu.Dropdown>
    </Menu>
  )
}

function failed(error: unknown): void {
  tellProblem(error, 'The picture could not be drawn')
}
