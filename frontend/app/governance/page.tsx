import { redirect } from 'next/navigation';

/** /governance — what is open is what one comes for. */
export default function GovernancePage(): never {
  redirect('/governance/violations');
}
