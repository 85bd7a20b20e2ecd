'use client';

import dynamic from 'next/dynamic';

/** The table's code travels only with the tab that shows it; the server draws it all the same. */
export const ColumnsTab = dynamic(() => import('./columns-tab').then((module) => module.ColumnsTab));
