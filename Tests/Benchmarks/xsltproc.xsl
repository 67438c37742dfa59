<?xml version="1.0" encoding="UTF-8"?>
<!-- The stylesheet of the statement for xsltproc, which lacks the functions that our program gives it: here they are written
     in EXSLT and read the same catalogue. The QR code is left out. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:func="http://exslt.org/functions"
                xmlns:str="http://exslt.org/strings" xmlns:f="urn:trygghetsregister:functions:1"
                xmlns:m="urn:trygghetsregister:messages:1" extension-element-prefixes="func" exclude-result-prefixes="str f m">
  <xsl:import href="../../Templates/html/statement.xsl"/>
  <xsl:key name="code" match="m:message" use="@code"/>
  <xsl:variable name="catalogue" select="document('../../Templates/i18n/sv.xml')"/>
  <xsl:decimal-format name="swedish" decimal-separator="," grouping-separator="&#160;"/>

  <func:function name="f:message">
    <xsl:param name="code"/>
    <xsl:param name="name1"/><xsl:param name="value1"/>
    <xsl:param name="name2"/><xsl:param name="value2"/>
    <xsl:param name="name3"/><xsl:param name="value3"/>
    <xsl:variable name="text"><xsl:for-each select="$catalogue"><xsl:value-of select="normalize-space(key('code', $code))"/></xsl:for-each></xsl:variable>
    <xsl:variable name="one" select="f:filled(string($text), $name1, $value1)"/>
    <xsl:variable name="two" select="f:filled($one, $name2, $value2)"/>
    <func:result select="f:filled($two, $name3, $value3)"/>
  </func:function>

  <func:function name="f:filled">
    <xsl:param name="text"/><xsl:param name="name"/><xsl:param name="value"/>
    <xsl:variable name="place" select="concat('{', $name, '}')"/>
    <xsl:choose>
      <xsl:when test="$name and contains($text, $place)">
        <func:result select="concat(substring-before($text, $place), $value, substring-after($text, $place))"/>
      </xsl:when>
      <xsl:otherwise><func:result select="$text"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <func:function name="f:date">
    <xsl:param name="day"/>
    <xsl:variable name="months" select="str:tokenize('januari februari mars april maj juni juli augusti september oktober november december')"/>
    <func:result select="concat('den&#160;', number(substring($day, 9, 2)), ' ', $months[number(substring($day, 6, 2))], ' ', substring($day, 1, 4))"/>
  </func:function>
  <func:function name="f:amount"><xsl:param name="number"/><func:result select="format-number($number, '#&#160;##0', 'swedish')"/></func:function>
  <func:function name="f:percent">
    <xsl:param name="part"/><xsl:param name="whole"/>
    <func:result select="concat(format-number(floor($part * 10000 div $whole) div 100, '0,00', 'swedish'), '&#160;%')"/>
  </func:function>
  <func:function name="f:qr"><xsl:param name="text"/><func:result select="'37 '"/></func:function>
</xsl:stylesheet>
