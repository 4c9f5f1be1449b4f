#include "document/xml_scanner.h"

#include <gtest/gtest.h>

namespace jiheng::document {
namespace {

/// All events in one line: "+a" start, "-a" end, "'text'", "!" broken; attributes as " n=v".
std::string events_of(std::string_view bytes) {
  XmlScanner xml(bytes);
  std::string events;
  for (auto event = xml.next(); event != XmlEvent::finished; event = xml.next()) {
    if (event == XmlEvent::broken) {
      return events + "!";
    }
    if (event == XmlEvent::text) {
      events += "'";
      xml.append_text(events);
      events += "'";
      continue;
    }
    events += (event == XmlEvent::start ? "+" : "-") + std::string(xml.name());
    while (const auto attribute = xml.next_attribute()) {
      events += " " + std::string(attribute->name) + "=" + unescaped(attribute->raw);
    }
  }
  return events;
}

std::string nested(int times) {
  std::string open;
  std::string close;
  for (int i = 0; i < times; ++i) {
    open += "<a>";
    close += "</a>";
  }
  return open + close;
}

TEST(XmlScanner, WalksThroughElements) {
  EXPECT_EQ(events_of("\xEF\xBB\xBF<?xml version='1.0'?><x:a b='1' c = \"&lt;>\"\n>t<d/></x:a >"),
            "+a b=1 c=<>'t'+d-d-a");
  EXPECT_EQ(events_of("<a><!-- <b> -- ><c> --><![CDATA[<&amp;]]]]></a>"), "+a'<&amp;]]'-a");
  EXPECT_EQ(events_of("<!DOCTYPE a [<!ENTITY e '>]'>]><a>&e;</a>"), "+a'&e;'-a");
  EXPECT_EQ(events_of("<a>x\r\ny\rz&#13;</a>"), "+a'x\ny\nz\r'-a");
}

TEST(XmlScanner, ReplacesReferences) {
  EXPECT_EQ(unescaped("&amp;lt;&gt;&quot;&apos;&#20013;&#x4E2D;"), "&lt;>\"'中中");
  EXPECT_EQ(unescaped("&#0;&#xD800;&#x110000;"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(unescaped("&;&#;&#x;&no;& &#99999999999;&"), "&;&#;&#x;&no;& &#99999999999;&");
}

TEST(XmlScanner, SaysWhereItBreaks) {
  for (const auto* const bytes : {"",
                                  "text",
                                  "<",
                                  "<a",
                                  "<a b",
                                  "<a b='",
                                  "<a b='1'",
                                  "<a>",
                                  "<a></b>",
                                  "<a><b></a></b>",
                                  "<a/></a>",
                                  "<a></a",
                                  "<a><!-- </a>",
                                  "<a><![CDATA[</a>",
                                  "<!DOCTYPE a [",
                                  "<a b=1/>",
                                  "<a b/>",
                                  "< a/>",
                                  "</a>",
                                  "<!x><a/>"}) {
    const auto events = events_of(bytes);
    EXPECT_TRUE(events.ends_with('!')) << bytes << " gives " << events;
  }
  XmlScanner xml("<a>text");
  while (xml.next() != XmlEvent::broken) {
  }
  EXPECT_EQ(xml.offset(), 7U);
  EXPECT_EQ(xml.next(), XmlEvent::broken);
}

TEST(XmlScanner, GoesSoDeepAndNoDeeper) {
  EXPECT_TRUE(events_of(nested(200)).ends_with("-a"));
  EXPECT_TRUE(events_of(nested(201)).ends_with("!"));
}

TEST(XmlScanner, SkipsAWholeElement) {
  XmlScanner xml("<a><b><c/>t</b><d/></a>");
  EXPECT_EQ(xml.next(), XmlEvent::start);
  EXPECT_EQ(xml.next(), XmlEvent::start);
  EXPECT_TRUE(xml.skip());
  EXPECT_EQ(xml.next(), XmlEvent::start);
  EXPECT_EQ(xml.name(), "d");
  EXPECT_TRUE(xml.skip());
  EXPECT_EQ(xml.next(), XmlEvent::end);
  EXPECT_EQ(xml.name(), "a");
}

}  // namespace
}  // namespace jiheng::document
