import type { PeopleQuery } from '../../graphql/generated/graphql';

/** Somebody with an account, as the people page shows them. */
export type Person = PeopleQuery['people']['nodes'][number];

/** What a row of the people table shows and asks for. */
export interface PersonRowProps {
  readonly person: Person;
  readonly isSelf: boolean;
  readonly onEdit: (person: Person) => void;
  readonly onReset: (person: Person) => void;
  readonly onErase: (person: Person) => void;
}
