-- What a page was called that is in no account any more: what was said through it keeps its name.
create table removed_page (
    page_id    text        primary key,
    name       text        not null,
    removed_at timestamptz not null
);

insert into removed_page (page_id, name, removed_at)
select distinct on (before ->> 'pageId') before ->> 'pageId', before ->> 'name', at
  from audit_entry
 where action = 'facebookPage.removed'
   and before ->> 'pageId' is not null and before ->> 'name' is not null
 order by before ->> 'pageId', at desc, id desc;
