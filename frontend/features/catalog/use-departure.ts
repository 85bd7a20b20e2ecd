'use client';

import { useRouter } from 'next/navigation';

/** Goes to another page after what is shown here has become something else. */
export function useDeparture(): (href: string) => void {
  const router = useRouter();
  return (href) => {
    router.push(href);
    router.refresh();
  };
}
