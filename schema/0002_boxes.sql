-- Where a filed row stands in a document that has pages.
--
-- page: the row's own. boxes: where its cells stand, an item a box, "field=page left top right
-- bottom" in hundredths of a point. NULL where the document has no pages, and in rows that were
-- filed before this was kept.
ALTER TABLE filed_row ADD COLUMN page bigint;
ALTER TABLE filed_row ADD COLUMN boxes text;
