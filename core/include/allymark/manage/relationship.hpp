#pragma once
// Relationship: what a dossier knows of the years after signing (DOMAIN 6 and 8): when it began,
// who looks after which layer, which meetings and workshops were held, who would step in, and when
// the contract is looked at again.

#include "allymark/base/error.hpp"
#include "allymark/base/fields.hpp"

namespace allymark {

struct MeetingHeld {
  std::string layer;
  Date date;
};

/// A proposal of a workshop.
struct Idea {
  std::string name;
  Maybe<Money> yearly_value;
};
struct WorkshopHeld {
  Date date;
  List<Idea> ideas;
};

struct RenewalData {
  Maybe<Date> end;  ///< last day of the contract
  std::optional<std::int64_t> notice_days;
  Maybe<Date> price_review;
  std::optional<std::string> approver;
};

struct Relationship {
  Maybe<Date> start;
  Keyed<std::string> owners;  ///< by layer
  List<MeetingHeld> meetings;
  List<WorkshopHeld> workshops;
  std::optional<std::string> backup;
  std::optional<RenewalData> renewal;
};

struct CadenceRules;

/// Errors of a relationship, with paths below `at`: a meeting, or the end, before the start; a
/// layer that `cadence` (null = the pack has none) does not know. A workshop before it is a
/// finding.
void check(const Relationship& relationship, const CadenceRules* cadence, const Place& at,
           Errors& errors);

template <>
struct Describe<MeetingHeld> {
  static constexpr const char* name = "meeting_held";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(MeetingHeld, layer, "layer")
          .required()
          .says(ALLYMARK_DOC("id of a layer of the pack")),
      ALLYMARK_FIELD(MeetingHeld, date, "date").required().says(ALLYMARK_DOC("when it was held")),
  };
};
template <>
struct Describe<Idea> {
  static constexpr const char* name = "idea";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Idea, name, "name").required().says(ALLYMARK_DOC("what is proposed")),
      ALLYMARK_FIELD(Idea, yearly_value, "yearlyValue")
          .between<0, 1'000'000'000>()
          .says(ALLYMARK_DOC("worth a year, yuan; absent = not known")),
  };
};
template <>
struct Describe<WorkshopHeld> {
  static constexpr const char* name = "workshop_held";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(WorkshopHeld, date, "date").required().says(ALLYMARK_DOC("its first day")),
      ALLYMARK_FIELD(WorkshopHeld, ideas, "ideas")
          .at_most_long(100)
          .says(ALLYMARK_DOC("proposals it brought")),
  };
};
template <>
struct Describe<RenewalData> {
  static constexpr const char* name = "renewal_data";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(RenewalData, end, "end").says(ALLYMARK_DOC("last day of the contract")),
      ALLYMARK_FIELD(RenewalData, notice_days, "noticeDays")
          .between<0, 3650>()
          .says(ALLYMARK_DOC("days before it to give notice; absent = the pack's")),
      ALLYMARK_FIELD(RenewalData, price_review, "priceReview")
          .says(ALLYMARK_DOC("next review of the prices")),
      ALLYMARK_FIELD(RenewalData, approver, "approver")
          .says(ALLYMARK_DOC("who approves the renewal")),
  };
};
template <>
struct Describe<Relationship> {
  static constexpr const char* name = "relationship";
  static constexpr Field fields[] = {
      ALLYMARK_FIELD(Relationship, start, "start")
          .says(ALLYMARK_DOC("first day; the calendar runs from it")),
      ALLYMARK_FIELD(Relationship, owners, "owners")
          .at_most_long(20)
          .says(ALLYMARK_DOC("our person by layer")),
      ALLYMARK_FIELD(Relationship, meetings, "meetings")
          .at_most_long(5000)
          .says(ALLYMARK_DOC("meetings held")),
      ALLYMARK_FIELD(Relationship, workshops, "workshops")
          .at_most_long(200)
          .says(ALLYMARK_DOC("workshops held")),
      ALLYMARK_FIELD(Relationship, backup, "backup")
          .says(ALLYMARK_DOC("partner that would step in")),
      ALLYMARK_FIELD(Relationship, renewal, "renewal")
          .says(ALLYMARK_DOC("when the contract is looked at again")),
  };
};

}  // namespace allymark
