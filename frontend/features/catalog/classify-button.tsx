'use client';

import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ShownClassification } from '../../components/asset/classification-chip';
import { Icon } from '../../components/icon';
import { FormDialog } from '../../components/overlay/form-dialog';
import { browserRequest } from '../../graphql/browser';
import { classifyInput, KNOWN_CATEGORIES, LEVEL_CHOICES } from './classify-input';
import { ClassifyAsset } from './curate.query';
import styles from './editing.module.css';

interface ClassifyButtonProps {
  readonly assetId: string;
  /** The asset or column, for people. */
  readonly name: string;
  readonly column: string | null;
  readonly classification: ShownClassification | null;
}

/** Opens the form in which a steward says how sensitive an asset or a column is, and why. */
export function ClassifyButton({ assetId, name, column, classification }: ClassifyButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  const submit = (fields: FormData) =>
    browserRequest(ClassifyAsset, { input: { assetId, column, ...classifyInput(fields) } });
  return (
    <>
      <button
        type="button"
        className={styles['edit']}
        onClick={() => {
          setOpen(true);
        }}
      >
        <Icon name="shield" size={13} /> Classify
        <span className="hidden-visually"> {name}</span>
      </button>
      <FormDialog
        isOpen={isOpen}
        onClose={close}
        title={`Classify ${name}`}
        verb="Save"
        submit={submit}
        done="Your classification was saved."
      >
        <ClassifyFields classification={classification} isColumn={column !== null} />
      </FormDialog>
    </>
  );
}

interface FieldsProps extends Pick<ClassifyButtonProps, 'classification'> {
  readonly isColumn: boolean;
}

/** What follows from elsewhere is not the reader's word: the form starts empty there. */
function ClassifyFields({ classification, isColumn }: FieldsProps) {
  const said = classification?.derived === false ? classification : null;
  const categories = said?.categories ?? [];
  const isKnown = (category: string): boolean => KNOWN_CATEGORIES.some((known) => known === category);
  return (
    <>
      <NativeSelect label="Level" name="level" data={LEVEL_CHOICES} defaultValue={said?.level ?? ''} />
      <fieldset className={styles['categories']}>
        <legend>Categories</legend>
        {KNOWN_CATEGORIES.map((category) => (
          <Checkbox
            key={category}
            name="category"
            value={category}
            label={category}
            defaultChecked={categories.includes(category)}
          />
        ))}
      </fieldset>
      <TextInput
        label="Other categories"
        name="others"
        description="Separated by commas"
        defaultValue={categories.filter((category) => !isKnown(category)).join(', ')}
        autoComplete="off"
      />
      {isColumn && <ExactBox />}
      <Textarea label="Why" name="reason" required withAsterisk={false} autosize minRows={2} maxLength={500} />
      <p className={styles['hint']}>
        This replaces your own earlier word; what others say stays. Without a level or a category it takes yours back.
      </p>
    </>
  );
}

function ExactBox() {
  return (
    <Checkbox
      name="exact"
      value="yes"
      label="Instead of everything else"
      description="What others say and what lineage adds no longer counts for this column"
    />
  );
}
