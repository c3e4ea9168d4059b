CREATE TABLE "banner_sentences" (
	"name" text PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"pattern" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "banners_by_their_end" ON "documents" USING btree ("site_id",((card ->> 'ends') collate "C")) WHERE "documents"."kind" = 'banner' and "documents"."visibility" = 'live';
--> statement-breakpoint

-- What stands above all pages of a site until an hour. Its words are its title, and it has no address.
insert into document_kinds (name, title_field, slug_field, section_field, card_fields, single)
  values ('banner', 'words', null, null, '{level,link,begins,ends}', false);
--> statement-breakpoint

-- The sentences that one approver may bring there, whole, with what may stand in their blanks. A sentence stays as it is: people sign
-- what it says. Another one is another row, of a later migration.
insert into banner_sentences (name, level, pattern) values
  ('flood', 'emergency', '^Nước đang lên nhanh (?:trên toàn địa bàn|tại (?:(?:(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?(?:, | và )){0,4}(?:(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?|(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{0,6}(?: [A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{0,6}){0,3})(?:(?:, | và )(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?){0,4}))\. Người dân rời ngay đến nơi cao; cần cứu giúp, gọi (?:[0-9]{3,5}|0[0-9]{9,10}|0[0-9]{2,4}(?: [0-9]{3,4}){2})\.$'),
  ('storm', 'emergency', '^Bão đang vào (?:toàn địa bàn|(?:(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?(?:, | và )){0,4}(?:(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?|(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{0,6}(?: [A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{0,6}){0,3})(?:(?:, | và )(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?){0,4})\. Người dân ở trong nhà đến [0-2][0-9]:[0-5][0-9] ngày [0-3][0-9]/(?:0[12]|[3-9]|1[0-2])/20[0-9]{2}; cần cứu giúp, gọi (?:[0-9]{3,5}|0[0-9]{9,10}|0[0-9]{2,4}(?: [0-9]{3,4}){2})\.$'),
  ('fire', 'emergency', '^Cháy lớn (?:trên toàn địa bàn|tại (?:(?:(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?(?:, | và )){0,4}(?:(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?|(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{0,6}(?: [A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{0,6}){0,3})(?:(?:, | và )(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?){0,4}))\. Người dân tránh xa khu vực này; cần cứu giúp, gọi (?:[0-9]{3,5}|0[0-9]{9,10}|0[0-9]{2,4}(?: [0-9]{3,4}){2})\.$'),
  ('leave', 'emergency', '^Người dân (?:trên toàn địa bàn|tại (?:(?:(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?(?:, | và )){0,4}(?:(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?|(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{0,6}(?: [A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{0,6}){0,3})(?:(?:, | và )(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?){0,4})) sơ tán ngay theo hướng dẫn tại chỗ; cần cứu giúp, gọi (?:[0-9]{3,5}|0[0-9]{9,10}|0[0-9]{2,4}(?: [0-9]{3,4}){2})\.$'),
  ('road', 'urgent', '^Cấm đi lại tại (?:(?:(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?(?:, | và )){0,4}(?:(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?|(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{0,6}(?: [A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{0,6}){0,3})(?:(?:, | và )(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?){0,4}) đến [0-2][0-9]:[0-5][0-9] ngày [0-3][0-9]/(?:0[12]|[3-9]|1[0-2])/20[0-9]{2}\. Người dân đi đường khác\.$'),
  ('school', 'urgent', '^Học sinh (?:trên toàn địa bàn|tại (?:(?:(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?(?:, | và )){0,4}(?:(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?|(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{0,6}(?: [A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{0,6}){0,3})(?:(?:, | và )(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?){0,4})) nghỉ học đến [0-2][0-9]:[0-5][0-9] ngày [0-3][0-9]/(?:0[12]|[3-9]|1[0-2])/20[0-9]{2}\.$'),
  ('swindle', 'urgent', '^Có kẻ mạo danh cơ quan gọi điện đòi chuyển tiền\. Người dân không làm theo và báo ngay số (?:[0-9]{3,5}|0[0-9]{9,10}|0[0-9]{2,4}(?: [0-9]{3,4}){2})\.$'),
  ('counter', 'urgent', '^Bộ phận một cửa tạm ngừng tiếp dân đến [0-2][0-9]:[0-5][0-9] ngày [0-3][0-9]/(?:0[12]|[3-9]|1[0-2])/20[0-9]{2}\. Việc gấp, gọi (?:[0-9]{3,5}|0[0-9]{9,10}|0[0-9]{2,4}(?: [0-9]{3,4}){2})\.$'),
  ('supply', 'outage', '^Tạm ngừng (?:điện|nước sạch|mạng Internet|thu gom rác) (?:trên toàn địa bàn|tại (?:(?:(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?(?:, | và )){0,4}(?:(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?|(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{0,6}(?: [A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{0,6}){0,3})(?:(?:, | và )(?:tổ dân phố|tổ|khu phố|khu|thôn|xóm|ấp|bản|làng|phường|xã|đường|phố|ngõ|hẻm|kiệt|cầu|chợ|hồ|sông|bến|đê|trường) [0-9]{1,4}[A-Z]?){0,4})) từ [0-2][0-9]:[0-5][0-9] ngày [0-3][0-9]/(?:0[12]|[3-9]|1[0-2])/20[0-9]{2} đến [0-2][0-9]:[0-5][0-9] ngày [0-3][0-9]/(?:0[12]|[3-9]|1[0-2])/20[0-9]{2}\.$'),
  ('service', 'outage', '^Tạm ngừng (?:nộp hồ sơ trực tuyến|tra cứu kết quả hồ sơ|bộ phận một cửa|tổng đài của cơ quan|trang thông tin này) từ [0-2][0-9]:[0-5][0-9] ngày [0-3][0-9]/(?:0[12]|[3-9]|1[0-2])/20[0-9]{2} đến [0-2][0-9]:[0-5][0-9] ngày [0-3][0-9]/(?:0[12]|[3-9]|1[0-2])/20[0-9]{2} để bảo trì\.$'),
  ('short', 'outage', '^Tạm ngừng (?:nộp hồ sơ trực tuyến|tra cứu kết quả hồ sơ|bộ phận một cửa|tổng đài của cơ quan|trang thông tin này) khoảng [1-9][0-9]{0,2} (?:phút|giờ|ngày) để khắc phục sự cố\. Việc gấp, gọi (?:[0-9]{3,5}|0[0-9]{9,10}|0[0-9]{2,4}(?: [0-9]{3,4}){2})\.$');
--> statement-breakpoint

-- In an emergency one approver brings a fixed sentence to readers, and no word of their own.
create function check_banner_emergency() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.kind = 'emergency'
    and exists (select from documents d where d.id = new.document_id and d.kind = 'banner')
    and not exists (
      select from revisions r join banner_sentences s on s.name = r.head ->> 'sentence'
      where r.id = new.revision_id and r.head ->> 'words' ~ s.pattern
        and coalesce(r.head ->> 'level', 'urgent') = s.level
        and coalesce(r.head ->> 'link', '') ~ '^(/([a-z0-9-]+(/[a-z0-9-]+)*)?)?$') then
    perform refuse('own_words_of_a_banner_take_two', format('revision %s is no fixed sentence', new.revision_id));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger a_banner_in_an_emergency_is_a_sentence before insert on approvals
  for each row execute function check_banner_emergency();
--> statement-breakpoint

-- What is above every page goes by itself: it says when, spelt so that ends are in the order of time, and no later than the farthest
-- beginning and the longest time together.
create function check_banner_end() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  ends text := new.card ->> 'ends';
begin
  if new.kind = 'banner' and new.visibility = 'live' and (
    case when ends ~ '^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$' then ends::timestamptz > now() + interval '74 days' else true end) then
    perform refuse('a_banner_ends', format('banner %s ends at %s', new.id, ends));
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger a_banner_ends before insert or update on documents for each row execute function check_banner_end();
